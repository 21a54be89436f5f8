#!/usr/bin/env bash
# .NET 8, 9 and 11, put together from their packages: one build for .NET 8, which all of them run. .NET 8 is the last that can be told to do
# without fused multiply-add while it keeps its vectors. Linux on x64.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
publish net8.0 -p:ProbeFramework=net8.0
host=$(dirname "$(readlink -f "$(command -v dotnet)")")/dotnet

run() {
    local version=$1
    shift
    env DOTNET_ROOT="$work/runtime-$version" "$@" "$work/runtime-$version/dotnet" exec --roll-forward Major "$work/net8.0/SoftmaxGen.PathProbe.dll"
}

found=
for version in 8.0.31 9.0.20 11.0.0; do
    folder=$(package Microsoft.NETCore.App.Runtime.linux-x64 $version) || { echo "skipped: no package of .NET $version"; continue; }
    root=$work/runtime-$version
    mkdir -p "$root/shared/Microsoft.NETCore.App/$version" "$root/host/fxr/$version"
    cp "$folder"/runtimes/linux-x64/lib/*/* "$folder"/runtimes/linux-x64/native/* "$root/shared/Microsoft.NETCore.App/$version/"
    cp "$folder/runtimes/linux-x64/native/libhostfxr.so" "$root/host/fxr/$version/"
    cp "$host" "$root/dotnet"
    row ".NET $version" "just in time" run $version A=0
    if [ $version = 8.0.31 ]; then
        row ".NET $version, 256 bits, no FMA" '`DOTNET_EnableFMA=0`' run $version DOTNET_EnableFMA=0
        # Vectors in software, which negate 0 to +0.
        row ".NET $version, no vector instructions" '`DOTNET_EnableHWIntrinsic=0`' run $version DOTNET_EnableHWIntrinsic=0
    fi
    found=1
done
[ -n "$found" ] || exit 77
