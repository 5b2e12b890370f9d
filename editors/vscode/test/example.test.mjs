// The example that the extension opens is the tour's clan, as `inventory-ls tour` shows it.

import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";

import { withoutExpectations } from "../src/expectations.ts";

test("the example has its mistakes, and no test's marks", () => {
  const file = path.join(import.meta.dirname, "../../../syntax-tests/tour/clan.nix");
  const text = withoutExpectations(fs.readFileSync(file, "utf8"));
  assert.match(text, /^# Two laptops that back up to a server/);
  assert.match(text, /roles\.servr\.machines\.vault = \{ \};\n {4}\};/);
  assert.doesNotMatch(text, /\^|# \||show:/);
});
