// What the status bar says: of the clan, or of why there is nothing to say.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { clanInFront, dataOf, statusOf } from "../src/status/status.ts";
import { fleet, place, tour } from "./tour.mjs";

/** @typedef {import("../src/status/status.ts").Seen} Seen */

/** @type {Seen} */
const fine = {
  server: { kind: "running", program: "/bin/inventory-ls", version: "0.1.0" },
  fleet: fleet(tour()),
  file: "file:///tour/clan.nix",
  problems: () => ({ errors: 0, warnings: 0 }),
};

test("a clan is counted, with its mistakes", () => {
  assert.equal(statusOf(fine).text, "$(list-tree) tour: 3 machines");
  assert.equal(statusOf(fine).isBroken, false);
  const wrong = statusOf({ ...fine, problems: () => ({ errors: 1, warnings: 2 }) });
  assert.equal(wrong.text, "$(list-tree) tour: 3 machines, 1 error, 2 warnings");
  assert.equal(wrong.isBroken, false);
});

test("the tooltip tells the folder, the counts and the server", () => {
  const { tooltip } = statusOf(fine);
  assert.match(tooltip, /\*\*tour\*\* in \[\/tour\]\(file:\/\/\/tour\/clan\.nix\)/);
  assert.match(tooltip, /3 machines, 2 instances, 5 tags; no mistakes/);
  assert.match(tooltip, /inventory-ls 0\\\.1\\\.0 \(\/bin\/inventory\\-ls\)/);
});

test("what could not be followed is told with its place", () => {
  const unknown = Array.from({ length: 7 }, (_, it) => ({ path: `machines.m${it}`, why: "it is an argument", at: place("meta.name", "meta") }));
  const { text, tooltip } = statusOf({ ...fine, fleet: fleet({ ...tour(), machinesOpen: true, unknown }) });
  assert.equal(text, "$(list-tree) tour: at least 3 machines");
  assert.match(tooltip, /Incomplete: 7 values could not be followed\./);
  assert.match(tooltip, /- `machines\.m0`: it is an argument \(\[clan\\\.nix:2\]\(file:\/\/\/tour\/clan\.nix#L2\)\)/);
  assert.match(tooltip, /- and 2 more/);
});

test("where there is nothing to show, it says why", () => {
  /** @type {[Partial<Seen>, string, RegExp, string][]} */
  const reasons = [
    [{ server: { kind: "missing", problem: "It is not on the PATH." } }, "$(error) Clan: no server", /not on the PATH/, "missing"],
    [{ server: { kind: "stopped", program: "/bin/inventory-ls" } }, "$(error) Clan: the server has stopped", /log tells why/, "stopped"],
    [{ server: { kind: "starting", program: "/bin/inventory-ls" } }, "$(loading~spin) Clan", /is starting/, "starting"],
    [{ fleet: { format: 1, clans: [], why: "no flake.nix here" } }, "$(list-tree) no clan", /No flake\\\.nix here/, "empty"],
    [{ fleet: undefined }, "$(loading~spin) Clan", /inventory-ls/, "starting"],
    [{}, "$(list-tree) tour: 3 machines", /tour/, "full"],
  ];
  for (const [change, text, tooltip, data] of reasons) {
    const seen = { ...fine, ...change };
    assert.equal(statusOf(seen).text, text);
    assert.match(statusOf(seen).tooltip, tooltip);
    assert.equal(dataOf(seen.server, seen.fleet), data);
  }
});

test("of several clans that of the file in front is told", () => {
  const inner = { ...tour(), name: "inner", root: "file:///tour/inner", files: ["file:///tour/inner/clan.nix"] };
  const both = fleet(tour(), inner);
  assert.equal(clanInFront(both, "file:///tour/clan.nix")?.name, "tour");
  assert.equal(clanInFront(both, "file:///tour/inner/clan.nix")?.name, "inner");
  assert.equal(clanInFront(both, "file:///tour/inner/other.nix")?.name, "inner");
  assert.equal(clanInFront(both, undefined), undefined);
  assert.equal(statusOf({ ...fine, fleet: both, file: undefined }).text, "$(list-tree) 2 clans");
});
