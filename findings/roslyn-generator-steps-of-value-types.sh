#!/usr/bin/env bash
# The compiler of the .NET 10 SDK is compiled ahead of time, but not for the value types of others: each step of an incremental generator whose values are a struct, or a tuple as Combine makes them,
# has the runtime compile over fifty methods of the compiler anew in every build without a compiler server. The same step over a class needs none of them.
. "$(dirname "$0")/common.sh"

# generator STEPS NAME: the number of methods of the compiler's generator driver that the runtime compiles in a build with these steps.
generator() {
  mkdir -p "$folder/$2"
  cat > "$folder/$2/Generator.cs" <<CS
using Microsoft.CodeAnalysis;
record Text(string Value);
record struct Value(string Text);
[Generator]
public class Example : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName!);
        context.RegisterSourceOutput($1);
    }
}
namespace System.Runtime.CompilerServices { class IsExternalInit; }
CS
  cat > "$folder/$2/Generator.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>netstandard2.0</TargetFramework><LangVersion>latest</LangVersion><Nullable>enable</Nullable></PropertyGroup>
  <ItemGroup><PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="[4.8.0]" PrivateAssets="all" /></ItemGroup>
</Project>
PROJECT
  (cd "$folder/$2" && dotnet build -c Release -v quiet -o out > build.log 2>&1) || { cat "$folder/$2/build.log" >&2; exit 1; }
  echo 'class Program { static void Main() { } }' > "$folder/Program.cs"
  local sdk references
  sdk=$(dotnet --list-sdks | grep "^$(dotnet --version) " | sed 's/.*\[\(.*\)\]/\1/')/$(dotnet --version)
  references=$(dirname "$sdk")/../packs/Microsoft.NETCore.App.Ref/10*/ref/net10.0
  rm -f "$folder/jit.txt"
  DOTNET_JitStdOutFile="$folder/jit.txt" DOTNET_JitDisasmSummary=1 dotnet exec "$sdk/Roslyn/bincore/csc.dll" -nologo "$folder/Program.cs" $(ls $references/*.dll | sed 's/^/-r:/') -analyzer:"$folder/$2/out/Generator.dll" -out:"$folder/program.dll" >&2
  grep 'Tier0' "$folder/jit.txt" | grep -c 'NodeStateTable'
}

class=$(generator 'names.Select(static (name, _) => new Text(name)), static (_, _) => { }' class)
struct=$(generator 'names.Select(static (name, _) => new Value(name)), static (_, _) => { }' struct)
tuple=$(generator 'names.Select(static (name, _) => new Value(name)).Combine(names), static (_, _) => { }' tuple)
echo "SDK $(dotnet --version): $class methods with a step over a class, $struct over a struct, $tuple over a struct and a tuple"
compare "$([ $((struct - class)) -gt 50 ] && echo 'over 50 more for the struct'; [ $((tuple - struct)) -gt 50 ] && echo 'over 50 more for the tuple')" 'over 50 more for the struct
over 50 more for the tuple'
