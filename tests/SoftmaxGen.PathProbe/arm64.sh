#!/usr/bin/env bash
# Runs the path probe as a native Arm64 program under user-mode emulation and compares its hashes with those of this machine.
# Debian or Ubuntu on x64; what it needs is installed, and where that is not possible it says so and ends with 0.
set -euo pipefail
cd "$(dirname "$0")"
. ./hashes.sh
work=${TMPDIR:-/tmp}/softmaxgen-arm64
mkdir -p "$work"

packages="qemu-user-static gcc-aarch64-linux-gnu libc6-dev-arm64-cross clang lld zlib1g-dev"
if ! command -v qemu-aarch64-static >/dev/null || ! command -v aarch64-linux-gnu-gcc >/dev/null || ! command -v ld.lld >/dev/null; then
    if ! { apt-get update -qq && apt-get install -y -qq $packages; } >"$work/apt.log" 2>&1; then
        echo "skipped: could not install $packages (see $work/apt.log)"
        exit 0
    fi
fi

dotnet publish -c Release -r linux-arm64 -p:NuGetLockFilePath=obj/arm64.lock.json -p:NativeProbe=true -p:StripSymbols=false -p:LinkerFlavor=lld -p:ObjCopyName=aarch64-linux-gnu-objcopy \
    -o "$work/arm64" -v q -nologo
qemu-aarch64-static -L /usr/aarch64-linux-gnu "$work/arm64/SoftmaxGen.PathProbe" >"$work/arm64.txt"
dotnet run -c Release -v q >"$work/here.txt"

cat "$work/arm64.txt"
diff <(hashes "$work/here.txt") <(hashes "$work/arm64.txt")
echo "the same bits here and on Arm64: $(hashes "$work/arm64.txt" | digest), of Precise: $(precise "$work/arm64.txt" | digest)"
