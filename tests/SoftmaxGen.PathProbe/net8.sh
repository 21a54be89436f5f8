#!/usr/bin/env bash
# Runs the path probe on .NET 8, the last runtime that can be told to do without fused multiply-add while it keeps its vectors,
# and compares: with FMA the bits of this machine's runtime, without it the same bits of Precise. Linux on x64.
# The runtime is a package; where it cannot be had, this says so and ends with 0.
set -euo pipefail
cd "$(dirname "$0")"
. ./hashes.sh
work=${TMPDIR:-/tmp}/softmaxgen-net8
mkdir -p "$work"

if ! dotnet publish -c Release -r linux-x64 --self-contained -p:ProbeFramework=net8.0 -p:NuGetLockFilePath=obj/net8.lock.json \
    -o "$work/net8" -v q -nologo >"$work/publish.log" 2>&1; then
    if grep -q NU1101 "$work/publish.log"; then
        echo "skipped: no package of the .NET 8 runtime (see $work/publish.log)"
        exit 0
    fi
    cat "$work/publish.log"
    exit 1
fi

"$work/net8/SoftmaxGen.PathProbe" >"$work/fma.txt"
DOTNET_EnableFMA=0 "$work/net8/SoftmaxGen.PathProbe" >"$work/nofma.txt"
dotnet run -c Release -v q >"$work/here.txt"
grep -q Fma=False "$work/nofma.txt" || { echo "FMA is still on"; exit 1; }

head -n 1 "$work/nofma.txt"
diff <(hashes "$work/here.txt") <(hashes "$work/fma.txt")
diff <(precise "$work/here.txt") <(precise "$work/nofma.txt")
echo "the same bits here and on .NET 8: $(hashes "$work/fma.txt" | digest)"
echo "without FMA: $(hashes "$work/nofma.txt" | digest), the same bits of Precise: $(precise "$work/nofma.txt" | digest)"
