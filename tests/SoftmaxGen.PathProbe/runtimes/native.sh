#!/usr/bin/env bash
# Native code for Linux on x64: what NativeAOT assumes of a processor by default has no FMA.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
install clang clang lld zlib1g-dev
publish native -r linux-x64 -p:NativeProbe=true
row "NativeAOT, x64" "default: 128 bits, no FMA" "$work/native/SoftmaxGen.PathProbe"
publish native-v3 -r linux-x64 -p:NativeProbe=true -p:IlcInstructionSet=x86-64-v3
row "NativeAOT, x64-v3" '`IlcInstructionSet=x86-64-v3`' "$work/native-v3/SoftmaxGen.PathProbe"
