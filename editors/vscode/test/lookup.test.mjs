// Where the extension looks for the server, and in which order.

import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";

import { findServer } from "../src/lookup.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "inventory-ls-lookup-"));
after(() => fs.rmSync(folder, { recursive: true }));

/**
 * A program in a folder of its own.
 * @param {string} name of the folder
 */
function program(name, mode = 0o755) {
  const file = path.join(folder, name, "inventory-ls");
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, "", { mode });
  return file;
}

const [environment, setting, onPath, bundled] = ["env", "setting", "path", "bundled"].map((it) => program(it));
assert.ok(environment && setting && onPath && bundled);

const none = { environment: undefined, setting: undefined, searchPath: undefined, bundled: "/nowhere" };
const searchPath = ["/nowhere", path.dirname(onPath)].join(path.delimiter);
const all = { environment, setting, searchPath, bundled: path.dirname(bundled) };

test("the first place that is given counts", () => {
  assert.deepEqual(findServer(all), { program: environment });
  assert.deepEqual(findServer({ ...all, environment: "" }), { program: setting });
  assert.deepEqual(findServer({ ...all, environment: "", setting: "" }), { program: onPath });
  assert.deepEqual(findServer({ ...none, bundled: all.bundled }), { program: bundled });
});

test("nothing is started instead of a server that was named", () => {
  const problem = 'INVENTORY_LS_PATH names “/nowhere/it”, which is no program. Correct it, or remove it.';
  assert.deepEqual(findServer({ ...all, environment: "/nowhere/it" }), {
    problem: `The environment variable ${problem}`,
  });
  assert.match(told({ ...all, environment: "", setting: folder }), /The setting .* is no program/);
  assert.match(told({ ...all, environment: "", setting: "it" }), /is no absolute path/);
});

test("a file that can't be run is no server", () => {
  const text = path.dirname(program("text", 0o644));
  assert.match(told({ ...none, searchPath: text }), /not on the PATH\. Install it/);
});

test("a PATH with relative folders does not start what lies in the workspace", () => {
  const relative = path.relative(process.cwd(), path.dirname(onPath));
  assert.match(told({ ...none, searchPath: `.${path.delimiter}${relative}` }), /not on the PATH/);
});

/** @param {import("../src/lookup.ts").Places} places */
function told(places) {
  const found = findServer(places);
  return "problem" in found ? found.problem : assert.fail(`found ${found.program}`);
}
