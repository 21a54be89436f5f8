#!/usr/bin/env bash
# Builds and runs a copy of this project, lets the code fixes repair it, and builds and runs it again.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true MSBUILDDISABLENODEREUSE=1

# As deep in the repository as the original, so that it finds the projects it refers to.
copy=artifacts/FixMe
rm -rf "$copy"
mkdir -p "$copy"
cp -r samples/FixMe/{FixMe.csproj,.editorconfig,Program.cs,Models} "$copy"
cd "$copy"

warnings() { grep -o 'warning SMX[0-9]*' build.log | sort | uniq -c || true; }

echo "=== As it is"
dotnet build -c Release -v m >build.log || { cat build.log; exit 1; }
grep -o '[A-Za-z]*\.cs(.*warning SMX.*' build.log | sed 's/ (https.*//' | sort -u
dotnet run -c Release --no-build | tee before.txt

echo "=== dotnet format analyzers"
Configuration=Release dotnet format analyzers --no-restore --severity info --diagnostics SMX1001 SMX1002 SMX1003 SMX1005 SMX1006
git --no-pager diff --no-index --stat "../../samples/FixMe/Models" Models || true

echo "=== Repaired"
dotnet build -c Release -v m -warnaserror >build.log || { cat build.log; exit 1; }
dotnet run -c Release --no-build | tee after.txt
if grep -Eq 'NaN|Infinity|∞' after.txt; then exit 1; fi
