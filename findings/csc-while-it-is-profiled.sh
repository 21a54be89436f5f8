#!/usr/bin/env bash
# A compiler process is hot for seconds only, so the runtime's profile should cost it little. The C# compiler of the .NET 10 SDK takes 1.5 to 2 times the processor time for a large file of
# arithmetic with the runtime's default settings than with DOTNET_TieredPGO=0: the runtime replaces the compiler's precompiled methods by ones that count each of their branches, before it
# optimizes them. MSBuild passes the variable to the compiler with the property CscEnvironment, where no compiler server is used.
. "$(dirname "$0")/common.sh"

# 600 methods of 120 statements, of the kind that unrolled code has: 5 MB.
{
  printf 'using System.Runtime.Intrinsics;\ninternal static class Unrolled\n{\n'
  for ((method = 0; method < 600; method++)); do
    printf '    internal static Vector256<float> Sum%d(ref float source, Vector256<float> scale)\n    {\n        Vector256<float> sum = scale;\n' "$method"
    for ((i = 0; i < 60; i++)); do
      printf '        Vector256<float> term%d = Vector256.LoadUnsafe(ref source, %d) * scale;\n        sum += Vector256.Max(term%d, sum) * term%d;\n' "$i" $((8 * i)) "$i" "$i"
    done
    printf '        return sum;\n    }\n\n'
  done
  printf '}\n'
} > "$folder/Unrolled.cs"

# Processor time of the compiler for one build, in milliseconds, the least of three.
milliseconds() {
  local best=1000000 spent round
  for round in 1 2 3; do
    TIMEFORMAT='%U %S'
    spent=$( { time env "$1" dotnet exec "$compiler" -noconfig -nologo -optimize+ -target:library -out:"$folder/unrolled.dll" "${references[@]}" "$folder/Unrolled.cs" > "$folder/csc.log"; } 2>&1 |
      awk '{ printf "%d", 1000 * ($1 + $2) }')
    best=$((spent < best ? spent : best))
  done
  echo "$best"
}
sdk=$(cd "$folder" && dotnet --version)
compiler=$(dotnet --list-sdks | awk -v sdk="$sdk" '$1 == sdk { gsub(/[][]/, "", $2); print $2 "/" sdk "/Roslyn/bincore/csc.dll" }')
mapfile -t references < <(find "$(dirname "$(readlink -f "$(command -v dotnet)")")/packs/Microsoft.NETCore.App.Ref" -path '*net10.0*' -name '*.dll' -printf '-reference:%p\n')
profiled=$(milliseconds DOTNET_TieredPGO=1)
plain=$(milliseconds DOTNET_TieredPGO=0)
printf 'SDK %s, 5 MB: %d ms of processor time with the default settings, %d ms with DOTNET_TieredPGO=0\n' "$sdk" "$profiled" "$plain"
compare "$( ((10 * profiled > 14 * plain)) && echo 'over 1.4 times as long with the profile' || echo 'about as long with the profile')" 'over 1.4 times as long with the profile'
