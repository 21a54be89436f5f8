#!/usr/bin/env bash
# Compiled ahead for a processor without AVX2, with what the runtime compiles again while it runs, and without that.
set -euo pipefail
. "$(dirname "$0")/common.sh"
[ "$(uname -sm)" = "Linux x86_64" ] || skip "for Linux on x64"
publish readytorun -r linux-x64 --self-contained false -p:ReadyToRunProbe=true
row "ReadyToRun" '`PublishReadyToRun`' dotnet exec "$work/readytorun/SoftmaxGen.PathProbe.dll"
row "ReadyToRun, nothing compiled again" '`DOTNET_TieredCompilation=0`' env DOTNET_TieredCompilation=0 dotnet exec "$work/readytorun/SoftmaxGen.PathProbe.dll"
