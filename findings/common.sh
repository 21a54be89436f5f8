# Sourced by the scripts: a temporary folder, programs with pinned packages, and the comparison of what they print with what is recorded.
set -euo pipefail
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true MSBUILDDISABLENODEREUSE=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# csharp 'PACKAGE VERSION' ... <<< program: prints what the program prints on .NET 10.
csharp() {
  local references='' package
  for package in "$@"; do
    references+="<PackageReference Include=\"${package% *}\" Version=\"[${package#* }]\" />"
  done
  cat > "$folder/Program.cs"
  cat > "$folder/Finding.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
    <NoWarn>\$(NoWarn);SYSLIB5001</NoWarn>
  </PropertyGroup>
  <ItemGroup>$references</ItemGroup>
</Project>
PROJECT
  if ! (cd "$folder" && dotnet build -c Release -v quiet -o out > build.log 2>&1); then
    cat "$folder/build.log" >&2
    exit 1
  fi
  dotnet "$folder/out/Finding.dll"
}

# csharp_of_three_runtimes <<< program: builds a program for .NET 8, 9 and 10, each with a pinned runtime of its own; then `run_on 8` runs it.
csharp_of_three_runtimes() {
  cat > "$folder/Program.cs"
  cat > "$folder/Finding.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFrameworks>net8.0;net9.0;net10.0</TargetFrameworks>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
    <SelfContained>true</SelfContained>
    <RuntimeFrameworkVersion Condition="'$(TargetFramework)' == 'net8.0'">8.0.31</RuntimeFrameworkVersion>
    <RuntimeFrameworkVersion Condition="'$(TargetFramework)' == 'net9.0'">9.0.20</RuntimeFrameworkVersion>
    <RuntimeFrameworkVersion Condition="'$(TargetFramework)' == 'net10.0'">10.0.12</RuntimeFrameworkVersion>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>
PROJECT
  dotnet build "$folder" -c Release -v quiet > "$folder/build.log" 2>&1 || { cat "$folder/build.log" >&2; exit 2; }
}
run_on() { "$folder/bin/Release/net$1.0/linux-x64/Finding"; }

# onnx_operator <<< program: the same for a program about ONNX Runtime, with Operator.cs of this folder.
onnx_operator() {
  cp "$(dirname "${BASH_SOURCE[0]}")/Operator.cs" "$folder"
  csharp 'Microsoft.ML.OnnxRuntime 1.31.1' 'OnnxSharp 0.3.2'
}

# node_program 'PACKAGE VERSION' ... <<< program: prints what the program prints under Node.js.
node_program() {
  local packages=() package
  for package in "$@"; do packages+=("${package% *}@${package#* }"); done
  cat > "$folder/program.js"
  (cd "$folder" && npm install --silent --no-audit --no-fund --ignore-scripts "${packages[@]}" > npm.log 2>&1) || { cat "$folder/npm.log" >&2; exit 1; }
  (cd "$folder" && node program.js 2> /dev/null | grep '^> ' | cut -c3-)
}

# compare ACTUAL RECORDED: shows what was seen, and fails where it is no longer what is recorded.
compare() {
  printf '%s\n' "$1"
  if [ "$1" != "$2" ]; then
    printf 'The behaviour has changed. Recorded was:\n%s\n' "$2" >&2
    exit 1
  fi
}
