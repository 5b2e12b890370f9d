// Who has which role, through what, and what is said of it.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { badges, gridOf } from "../../src/map/model/grid.ts";
import { chosen, tell } from "../../src/map/model/text.ts";
import { clan, odd, tour } from "./fleet.mjs";

const grid = gridOf(tour);

/** @param {import("../../src/map/model/grid.ts").Grid} grid */
const drawn = (grid) =>
  grid.rows.map(({ name }, row) => [
    name,
    ...grid.columns.map((_, column) => badges(grid, row, column).map(({ role }) => role.name).join(" ")),
  ]);

test("the tour's roles are where its clan gives them", () => {
  assert.deepEqual(drawn(grid), [
    ["jon", "client", ""],
    ["sara", "client", ""],
    ["vault", "servr", "server"],
    ["all", "", "client"],
    ["laptops", "", "server"],
  ]);
});

test("a cell tells through what, and where", () => {
  assert.equal(tell(grid, 0, 0).text, "jon gets nightly/client by tag backup (clan.nix:15)");
  assert.equal(tell(grid, 2, 0).text, "vault gets nightly/servr by name (clan.nix:16)");
  assert.equal(tell(grid, 0, 1).text, "jon has no role in sshd");
  assert.equal(tell(grid, 3, 1).text, "all (no such machine) is given sshd/client by name (clan.nix:28)");
  assert.equal(tell(grid, 4, 1).text, "laptops (a tag that nobody carries) is given sshd/server by tag laptops (clan.nix:29)");
});

test("heads tell what they stand for", () => {
  assert.equal(tell(grid, 0, -1).text, "jon: NixOS, tags all, laptop, backup (clan.nix:6)");
  assert.equal(
    tell(grid, -1, 0).text,
    "nightly: service borgbackup of clan-core, client 2 machines, servr 1 machine (clan.nix:12)",
  );
  assert.equal(tell(grid, -1, -1).text, "");
});

test("a click leads to the role or the tag, or else to the name itself", () => {
  const { links } = tell(grid, 0, -1);
  const labels = (/** @type {{ role?: string, tag?: string }} */ part) =>
    chosen(links, part).map(({ label }) => label);
  assert.deepEqual(labels({}), ["jon (clan.nix:6)"]);
  assert.deepEqual(labels({ tag: "backup" }), ["tag backup (clan.nix:6)"]);
  assert.deepEqual(labels({ tag: "all" }), ["jon (clan.nix:6)"]);
  const cell = tell(grid, 0, 0).links;
  assert.deepEqual(chosen(cell, {}), cell);
});

test("a machine that is named and carries the tag has the role for both reasons", () => {
  const both = gridOf(
    clan("both", { jon: ["a", "b"] }, { i: { service: "s", roles: { r: ["jon", "#a", "#b"] } } }),
  );
  const [badge] = badges(both, 0, 0);
  assert.deepEqual(badge?.reasons.map(({ tag }) => tag), [null, "a", "b"]);
});

test("where there may be more, no name is a mistake", () => {
  const { rows } = gridOf(odd);
  assert.deepEqual(rows.at(-1), { kind: "missing", name: "ghost", what: "machine", certain: false });
});
