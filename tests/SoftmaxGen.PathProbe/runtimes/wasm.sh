#!/usr/bin/env bash
# WebAssembly under node (18 or later), by the interpreter of the runtime's package: no workload, no browser. With `time` it prints what a softmax
# takes beside a plain loop.
set -euo pipefail
. "$(dirname "$0")/common.sh"
version=10.0.12
install node nodejs
folder=$(package Microsoft.NETCore.App.Runtime.Mono.browser-wasm $version) || skip "no package of the runtime (see $work/restore.log)"
folder=$folder/runtimes/browser-wasm
app=$work/wasm
rm -rf "$app"
mkdir -p "$app/_framework"

publish here
cp "$folder"/native/dotnet*.js "$folder"/native/dotnet.native.wasm "$folder"/native/System.Private.CoreLib.dll "$folder"/lib/net10.0/*.dll "$work/here/SoftmaxGen.PathProbe.dll" "$app/_framework/"

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
}));' "$app/_framework" >"$app/_framework/config.json"
cat >"$app/main.mjs" <<'MAIN'
import { readFileSync } from "fs";
import { dotnet } from "./_framework/dotnet.js";

const config = JSON.parse(readFileSync(new URL("./_framework/config.json", import.meta.url)));
const { runMain } = await dotnet.withConfig(config).withApplicationArguments(...process.argv.slice(2)).create();
process.exit(await runMain(config.mainAssemblyName, process.argv.slice(2)));
MAIN

row "WebAssembly, 128 bits, no FMA" "interpreted, under node" node "$app/main.mjs"
if [ "${1:-}" = time ]; then
    node "$app/main.mjs" time
fi
