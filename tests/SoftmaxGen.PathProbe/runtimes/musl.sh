#!/usr/bin/env bash
# Native code for musl, linked into one file: it needs no library of the system that it runs on.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
install clang clang lld zlib1g-dev
install musl-gcc musl-tools

# The targets tell clang what it compiles for; musl's gcc compiles for nothing else, and does not know these options.
linker=$work/musl-cc
cat >"$linker" <<'LINKER'
#!/usr/bin/env bash
arguments=()
for argument; do
    case $argument in
        --target=* | -fuse-ld=* | --sysroot=*) ;;
        *) arguments+=("$argument") ;;
    esac
done
exec musl-gcc "${arguments[@]}"
LINKER
chmod +x "$linker"

publish musl -r linux-musl-x64 -p:NativeProbe=true -p:StaticExecutable=true -p:PositionIndependentExecutable=false -p:StripSymbols=false \
    -p:CppCompilerAndLinker="$linker" -p:LinkerFlavor=bfd -p:IlcInstructionSet=x86-64-v3
row "NativeAOT, musl, x64-v3" '`linux-musl-x64`, linked statically' "$work/musl/SoftmaxGen.PathProbe"
