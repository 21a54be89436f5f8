#!/usr/bin/env bash
# Native code for musl, linked into one file: it needs no library of the system that it runs on.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
install clang clang lld zlib1g-dev
install musl-gcc musl-tools
publish musl -r linux-musl-x64 -p:NativeProbe=true -p:StaticExecutable=true -p:CppCompilerAndLinker=musl-gcc -p:LinkerFlavor=bfd -p:SysRoot= -p:IlcInstructionSet=x86-64-v3
row "NativeAOT, musl, x64-v3" '`linux-musl-x64`, linked statically' "$work/musl/SoftmaxGen.PathProbe"
