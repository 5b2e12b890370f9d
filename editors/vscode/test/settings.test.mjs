// What the server is told of the settings: no more than a user has set.

import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";

import { toldToServer } from "../src/settings.ts";

test("what is not set is not told", () => {
  /** @type {Record<string, any>} */
  const section = {};
  const manifest = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "../package.json"), "utf8"));
  for (const { properties } of manifest.contributes.configuration) {
    for (const [name, property] of Object.entries(properties)) {
      const [, first = "", second] = name.split(".");
      section[first] = second ? { ...section[first], [second]: property.default } : property.default;
    }
  }
  assert.deepEqual(toldToServer(section), { features: {}, diagnostics: {}, trace: {} });
});

test("what is set is told as it is", () => {
  const section = { features: { hover: false, rename: null }, exclude: ["old"], inputs: { a: "b" }, preset: "standalone" };
  const own = { server: { path: "/bin/it" }, tree: { followCursor: false } };
  assert.deepEqual(toldToServer({ ...section, ...own }), { ...section, features: { hover: false } });
  assert.equal(toldToServer(null), null);
});
