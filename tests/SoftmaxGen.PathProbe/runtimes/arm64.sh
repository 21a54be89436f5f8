#!/usr/bin/env bash
# Arm64 under user-mode emulation: native code, and the runtime that compiles just in time. Debian or Ubuntu on x64.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
install qemu-aarch64-static qemu-user-static
install aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu libc6-dev-arm64-cross
install ld.lld clang lld zlib1g-dev
emulate() { qemu-aarch64-static -L /usr/aarch64-linux-gnu "$@"; }

publish arm64 -r linux-arm64 -p:NativeProbe=true -p:StripSymbols=false -p:LinkerFlavor=lld -p:ObjCopyName=aarch64-linux-gnu-objcopy
row "Arm64, 128 bits (NEON)" "NativeAOT under qemu" emulate "$work/arm64/SoftmaxGen.PathProbe"

[ -e /usr/aarch64-linux-gnu/lib/libstdc++.so.6 ] || apt-get install -y -qq --no-install-recommends libstdc++6-arm64-cross >"$work/apt.log" 2>&1 || { echo "not run: no libstdc++6-arm64-cross, which the runtime needs"; exit 0; }
publish arm64-jit -r linux-arm64 --self-contained
# The emulator has no double mapping of pages, and every thread costs it.
row "Arm64, 128 bits (NEON), .NET 10" "just in time under qemu" \
    env DOTNET_EnableWriteXorExecute=0 DOTNET_TieredCompilation=0 DOTNET_gcServer=0 DOTNET_GCHeapHardLimit=20000000 qemu-aarch64-static -L /usr/aarch64-linux-gnu "$work/arm64-jit/SoftmaxGen.PathProbe"
