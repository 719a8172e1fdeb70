// Validates DOCX files with the Open XML SDK of Microsoft, compiled to WebAssembly
// (npm @ooxml-tools/validate): the same rules by which Word decides that a file "needs repair".
//
// Usage: node ooxml.mjs [--json] MODULES_FOLDER FILE.docx...
// MODULES_FOLDER is the node_modules folder with the package; it lies in a cache outside the repository,
// where node would not look by itself.
//
// Prints every error, one a line. Exit code: 0 all files good, 1 some file is not, 2 could not run.
// With --json, prints one object instead, file -> list of messages (faults.py reads it), and exits 0.
// The SDK throws on packages that it cannot open at all (a missing part, a zip entry twice):
// an exception is a failure of that file, and the others are still checked.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const args = process.argv.slice(2);
const json = args[0] === "--json" && args.shift() === "--json";
const [modules, ...files] = args;
if (!modules || files.length === 0) {
  console.error("usage: node ooxml.mjs [--json] MODULES_FOLDER FILE.docx...");
  process.exit(2);
}

const entry = resolve(modules, "@ooxml-tools/validate/dist/npm/index.js");
const { default: validate, ready } = await import(pathToFileURL(entry).href);
await ready();

async function check(file) {
  try {
    const errors = await validate(new Uint8Array(readFileSync(file)), "docx", "Microsoft365");
    return errors.map((e) => `[${e.id}] ${e.description} @ ${e.path?.partUri ?? ""} ${e.path?.xpath ?? ""}`);
  } catch (error) {
    return [`[exception] ${String(error).split("\n")[0]}`];
  }
}

const results = {};
for (const file of files) {
  const messages = (results[file] = await check(file));
  if (json) continue;
  console.log(`${messages.length ? "FAIL" : "pass"} sdk ${file}`);
  for (const message of messages) console.log(`  ${message}`);
}
if (json) console.log(JSON.stringify(results));
process.exitCode = !json && Object.values(results).some((messages) => messages.length) ? 1 : 0;
