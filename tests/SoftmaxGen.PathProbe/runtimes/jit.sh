#!/usr/bin/env bash
# The runtime of the SDK, with parts of the processor switched off.
set -euo pipefail
. "$(dirname "$0")/common.sh"
publish here
run() { env "$@" dotnet exec "$work/here/SoftmaxGen.PathProbe.dll"; }

[ "$(uname -m)" = x86_64 ] || skip "the switches are those of x64"
if run A=0 | grep -q Vector512=True; then
    row "x64, 512 bits" "as it is" run A=0
fi
row "x64, 256 bits, FMA" '`DOTNET_EnableAVX512=0`' run DOTNET_EnableAVX512=0
row "x64, 128 bits, FMA" '`DOTNET_PreferredVectorBitWidth=128`' run DOTNET_PreferredVectorBitWidth=128
row "x64, 128 bits, no FMA" '`DOTNET_EnableAVX=0`' run DOTNET_EnableAVX=0
row "x64, no vector instructions" '`DOTNET_EnableHWIntrinsic=0`' run DOTNET_EnableHWIntrinsic=0
