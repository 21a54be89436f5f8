// Runs the generator's planning and emission, compiled to WebAssembly, and shows the files that it emits. The choices stand in the address.
import { dotnet } from "./_framework/dotnet.js";

const at = id => document.getElementById(id);
const whole = "the whole file";
let files = {}, flags = {}, requests = 0;

const runtime = await dotnet.create();
const { SoftmaxGen: { Site: { Emitter } } } = await runtime.getAssemblyExports("Emitter.dll");
flags = JSON.parse(Emitter.Methods());
const chosen = new URLSearchParams(location.hash.slice(1));
const names = chosen.get("methods")?.split("|") ?? ["Softmax"];
for (const name of Object.keys(flags)) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", id: `method-${name}`, value: name, checked: names.includes(name) });
  const label = Object.assign(document.createElement("label"), { htmlFor: box.id, textContent: name });
  const item = document.createElement("span");
  item.append(box, label);
  at("methods").append(item);
}
for (const id of ["length", "accuracy", "types", "form"]) if (chosen.has(id)) at(id).value = chosen.get(id);

// The methods of a file by their first lines: the indentation of the closing brace is that of the signature.
function parts(text) {
  const found = new Map([[whole, text]]);
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const signature = /^( +)(?:public|internal|private) (?:static )?(?:unsafe )?[\w<>\[\], ()]+? (\w+)\(.*\)(?: where .*)?$/.exec(lines[i]);
    if (!signature || lines[i + 1] !== signature[1] + "{") continue;
    const end = lines.indexOf(signature[1] + "}", i);
    let start = i;
    while (/^\s*(\/\/|\[)/.test(lines[start - 1])) start--;
    found.set(lines[i].trim().replace(/^(?:public|internal|private) static /, ""), lines.slice(start, end + 1).map(line => line.slice(signature[1].length)).join("\n"));
  }
  return found;
}

const escape = text => text.replace(/[&<>]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
const tokens = /(\/\/[^\n]*)|("(?:[^"\\\n]|\\.)*")|\b(namespace|using|internal|public|private|static|partial|class|struct|readonly|const|ref|out|in|void|float|double|int|uint|long|ulong|short|byte|bool|if|else|for|while|do|return|true|false|new|null|throw|this|is|get|global|unchecked|default)\b|\b(\d[\w.]*)|(#\w+[^\n]*)/g;
const kinds = ["comment", "string", "keyword", "number", "directive"];
function highlight(text) {
  let html = "", end = 0;
  for (const match of text.matchAll(tokens)) {
    html += escape(text.slice(end, match.index)) + `<span class="${kinds[match.slice(1).findIndex(Boolean)]}">${escape(match[0])}</span>`;
    end = match.index + match[0].length;
  }
  return html + escape(text.slice(end));
}

function fill(select, choices, wanted) {
  select.replaceChildren(...choices.map(choice => new Option(choice)));
  select.value = choices.includes(wanted) ? wanted : choices[0];
}

function show() {
  const all = parts(files[at("file").value] ?? "");
  fill(at("part"), [...all.keys()], [at("part").value, "void SoftmaxVector256(ref float x, ref float destination)"].find(part => all.has(part)));
  const text = all.get(at("part").value);
  at("code").innerHTML = highlight(text);
  const count = text.split("\n").length.toLocaleString("en"), size = (text.length / 1024).toFixed(1);
  at("status").textContent = `${count} lines, ${size} KB. All files: ${(Object.values(files).join("").length / 1024).toFixed(0)} KB.`;
}

async function emit() {
  const methods = [...at("methods").querySelectorAll("input:checked")].map(box => box.value);
  const length = at("length").value, accuracy = at("accuracy"), types = at("types");
  const text = select => select.options[select.selectedIndex].text;
  at("attribute").innerHTML = highlight(`[Softmax(${[
    ...(length ? [length] : []),
    `Methods = ${methods.map(name => `SoftmaxMethods.${name}`).join(" | ") || "0"}`,
    ...(types.value === "3" ? [] : [`ElementTypes = SoftmaxElementTypes.${text(types)}`]),
    ...(accuracy.value === "0" ? [] : [`Accuracy = SoftmaxAccuracy.${text(accuracy)}`]),
  ].join(", ")})]\ninternal static partial class Classifier;`);
  const problem = methods.length === 0 ? "Choose at least one method."
    : !at("options").checkValidity() ? "N is a whole number from 1 to 1,000,000 on this page."
    : methods.includes("Jacobian") && Number(length) > 46340 ? "The Jacobian needs N · N elements to fit a span: N up to 46,340 (SMX0004)." : "";
  if (problem) {
    files = {};
    at("file").replaceChildren();
    at("part").replaceChildren();
    at("code").textContent = "";
    at("status").textContent = problem;
    return;
  }
  at("status").textContent = "Emitting …";
  history.replaceState(null, "", "#" + new URLSearchParams({ length, accuracy: accuracy.value, types: types.value, form: at("form").value, methods: methods.join("|") }));
  // The page shows that before it computes, for up to some seconds.
  const asked = ++requests;
  await new Promise(resolve => setTimeout(resolve, 30));
  if (asked !== requests) return;
  files = JSON.parse(Emitter.Emit(Number(length || 0), methods.reduce((all, name) => all | flags[name], 0), Number(types.value), Number(accuracy.value), Number(at("form").value)));
  fill(at("file"), Object.keys(files), at("file").value);
  show();
}

at("options").addEventListener("input", emit);
at("options").addEventListener("submit", event => event.preventDefault());
for (const id of ["file", "part"]) at(id).addEventListener("change", show);
at("copy").addEventListener("click", () => navigator.clipboard.writeText(at("code").textContent));
at("save").addEventListener("click", () => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([files[at("file").value]])), download: at("file").value });
  link.click();
  URL.revokeObjectURL(link.href);
});
await emit();
