#!/usr/bin/env bash
# Runs the path probe on WebAssembly under node, by the interpreter of the run-time's package: no workload, no browser. It compares the hashes
# of Precise with those of this machine, since WebAssembly has no fused multiply-add, and prints what a softmax takes beside a plain loop.
# Where node (18 or later) or the package cannot be had, this says so and ends with 0.
set -euo pipefail
cd "$(dirname "$0")"
. ./hashes.sh
work=${TMPDIR:-/tmp}/softmaxgen-wasm
version=10.0.12
package=${NUGET_PACKAGES:-$HOME/.nuget/packages}/microsoft.netcore.app.runtime.mono.browser-wasm/$version/runtimes/browser-wasm
rm -rf "$work"
mkdir -p "$work/app/_framework" "$work/download"

command -v node >/dev/null || { echo "skipped: no node"; exit 0; }
if [ ! -d "$package" ]; then
    cat >"$work/download/download.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="Microsoft.NETCore.App.Runtime.Mono.browser-wasm" Version="[$version]" /></ItemGroup>
</Project>
PROJECT
    dotnet restore "$work/download" -v q >"$work/restore.log" 2>&1 || { echo "skipped: no package of the run-time (see $work/restore.log)"; exit 0; }
fi

dotnet build -c Release -v q -nologo -o "$work/here" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
cp "$package"/native/dotnet*.js "$package"/native/dotnet.native.wasm "$package"/native/System.Private.CoreLib.dll "$package"/lib/net10.0/*.dll "$work/here/SoftmaxGen.PathProbe.dll" "$work/app/_framework/"

# What a build with the workload would write: which files there are, the core ones first.
node -e '
const { readdirSync } = require("fs");
const all = readdirSync(process.argv[1]).filter(name => name.endsWith(".dll"));
const core = ["System.Private.CoreLib.dll", "System.Runtime.InteropServices.JavaScript.dll"];
const asset = name => ({ virtualPath: name, name });
console.log(JSON.stringify({
    mainAssemblyName: "SoftmaxGen.PathProbe.dll",
    globalizationMode: "invariant",
    resources: {
        jsModuleNative: [{ name: "dotnet.native.js" }],
        jsModuleRuntime: [{ name: "dotnet.runtime.js" }],
        wasmNative: [{ name: "dotnet.native.wasm" }],
        coreAssembly: core.map(asset),
        assembly: all.filter(name => !core.includes(name)).map(asset),
    },
}));' "$work/app/_framework" >"$work/app/_framework/config.json"
cat >"$work/app/main.mjs" <<'MAIN'
import { readFileSync } from "fs";
import { dotnet } from "./_framework/dotnet.js";

const config = JSON.parse(readFileSync(new URL("./_framework/config.json", import.meta.url)));
const { runMain } = await dotnet.withConfig(config).withApplicationArguments(...process.argv.slice(2)).create();
process.exit(await runMain(config.mainAssemblyName, process.argv.slice(2)));
MAIN

node "$work/app/main.mjs" >"$work/wasm.txt"
dotnet exec "$work/here/SoftmaxGen.PathProbe.dll" >"$work/here.txt"
head -n 1 "$work/wasm.txt"
diff <(precise "$work/here.txt") <(precise "$work/wasm.txt")
echo "on WebAssembly: $(hashes "$work/wasm.txt" | digest), the same bits of Precise as here: $(precise "$work/wasm.txt" | digest)"
node "$work/app/main.mjs" time
