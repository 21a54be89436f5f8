#!/usr/bin/env bash
# The runtime for Windows, under Wine.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
wine=$(command -v wine64 || command -v wine || echo /usr/lib/wine/wine64)
[ -x "$wine" ] || { install wine64 wine64; wine=$(command -v wine64 || echo /usr/lib/wine/wine64); }
[ -x "$wine" ] || skip "no Wine"
publish windows -r win-x64 --self-contained
row "Windows, x64" "win-x64 under Wine" env WINEDEBUG=-all WINEPREFIX="$work/wine" "$wine" "$work/windows/SoftmaxGen.PathProbe.exe"
