// What the tree shows of a clan, and which node the cursor stands in.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { wayAt } from "../src/tree/cursor.ts";
import { treeOf } from "../src/tree/fleet.ts";
import { marksOf } from "../src/tree/marks.ts";
import { walk } from "../src/tree/node.ts";
import { fleet, place, tour } from "./tour.mjs";

/** @typedef {import("../src/tree/node.ts").Node} Node */

/**
 * A node and what is below it, as a person sees it when all is expanded.
 * @param {Node} node
 * @returns {string[]}
 */
function drawn(node, indent = "") {
  const line = `${indent}${node.label} ${node.description ?? ""}`.trimEnd();
  return [line, ...node.children().flatMap((child) => drawn(child, `${indent}  `))];
}

/** @param {Node[]} nodes */
const all = (nodes) => nodes.flatMap((node) => drawn(node)).join("\n");

test("a fleet is shown by machine, by instance and by tag", () => {
  assert.equal(
    all(treeOf(fleet(tour()))),
    `
Machines 3
  jon 1 role
    nightly.client tag backup
      the role names backup clan.nix:11
      jon carries backup clan.nix:4
    laptop
    backup
  sara 1 role
    nightly.client tag backup
      the role names backup clan.nix:11
      sara carries backup clan.nix:5
    laptop
    backup
  vault 2 roles
    nightly.server by name
      the role names vault clan.nix:12
    sshd.server tag server
      the role names server clan.nix:15
      vault carries server clan.nix:6
    server
Instances 2
  nightly borgbackup
    client 2 machines
      backup 2 machines
        jon
        sara
    server 1 machine
      vault by name
  sshd
    server 1 machine
      laptops no machine carries it
      server 1 machine
        vault
Tags 5
  backup 2 machines
    jon
    sara
    nightly.client clan.nix:11
  laptop 2 machines, unused
    jon
    sara
  laptops 0 machines
    sshd.server clan.nix:15
  server 1 machine
    vault
    sshd.server clan.nix:15
  all 3 machines, built in, unused
    jon
    sara
    vault`.trim(),
  );
});

test("several clans stand above their groups", () => {
  const other = { ...tour(), name: null, root: "file:///a%20fleet" };
  assert.deepEqual(treeOf(fleet(tour(), other)).map((node) => node.label), ["tour", "a fleet"]);
});

test("what may be more than is known is told so", () => {
  const at = place("meta.name", "meta");
  const unknown = [{ path: "inventory.machines", why: "it is read from the network", at }];
  const open = { ...tour(), machinesOpen: true, unknown };
  const tops = treeOf(fleet(open));
  const [machines, , tags, notFollowed] = tops;
  assert.equal(machines?.description, "at least 3");
  assert.equal(tags?.children()[2]?.description, "perhaps some machines");
  const laptops = walk(tops, ["Instances", "sshd", "server", "tag laptops"]);
  assert.equal(laptops?.description, "perhaps some machines");
  assert.ok(notFollowed);
  assert.deepEqual(drawn(notFollowed), ["Not Followed 1", "  inventory.machines it is read from the network"]);
});

test("a node has the same id in the next state, and no two have one", () => {
  /** @type {(node: Node) => string[]} */
  const ids = (node) => [node.id, ...node.children().flatMap(ids)];
  const before = treeOf(fleet(tour())).flatMap(ids);
  assert.deepEqual(treeOf(fleet(tour())).flatMap(ids), before);
  const clan = tour();
  const client = clan.instances[0]?.roles[0];
  client?.tags.push(...client.tags);
  const twice = treeOf(fleet(clan)).flatMap(ids);
  assert.equal(new Set(twice).size, twice.length);
});

test("the cursor stands in the narrowest thing around it", () => {
  /** @type {[string, string, string][]} */
  const cursors = [
    ["jon.tags", "jon", "Machines > jon"],
    ["jon.tags", "= [", "Machines > jon"],
    ["sara.tags", '"backup"', "Machines > sara > backup"],
    ["module.name", "borgbackup", "Instances > nightly"],
    ["roles.client", "client", "Instances > nightly > client"],
    ["roles.client", '"backup"', "Instances > nightly > client > backup"],
    ["machines.vault", "vault", "Instances > nightly > server > vault"],
    ["meta.name", "tour", ""],
  ];
  for (const clans of [[tour()], [tour(), { ...tour(), root: "file:///b", files: [] }]]) {
    const state = fleet(...clans);
    const tops = treeOf(state);
    for (const [line, text, expected] of cursors) {
      const [, row, column] = place(line, text);
      const way = wayAt(state, "file:///tour/clan.nix", row, column);
      const found = way && walk(tops, way);
      const labels = clans.length > 1 && expected ? `tour > ${expected}` : expected;
      assert.equal(found ? path(found) : "", labels, `at ${text} of ${line}`);
    }
  }
  assert.equal(wayAt(fleet(tour()), "file:///elsewhere.nix", 4, 5), undefined);
});

test("what is wrong is marked at its node and at those above", () => {
  const state = fleet(tour());
  const wrong = [place("roles.server.machines", "server"), place("roles.server.tags", '"laptops"')];
  const mistakes = wrong.map(([, line, character], it) => ({ uri: "file:///tour/clan.nix", line, character, isError: it === 0 }));
  const elsewhere = { uri: "file:///tour/flake.nix", line: 0, character: 0, isError: true };
  const error = { errors: 1, warnings: 0 };
  const warning = { errors: 0, warnings: 1 };
  assert.deepEqual(Object.fromEntries(marksOf(state, [...mistakes, elsewhere])), {
    "/Instances": { errors: 1, warnings: 1 },
    "/Instances/nightly": error,
    "/Instances/nightly/server": error,
    "/Instances/sshd": warning,
    "/Instances/sshd/server": warning,
    "/Instances/sshd/server/tag laptops": warning,
  });
  const server = walk(treeOf(state), ["Instances", "nightly", "server"]);
  assert.equal(server?.id, "/Instances/nightly/server");
});

test("a large fleet is shown at once", () => {
  const state = fleet(large(1000, 100));
  const start = performance.now();
  const tops = treeOf(state);
  for (const top of tops) {
    top.children();
  }
  wayAt(state, "file:///large/clan.nix", 500, 4);
  const took = performance.now() - start;
  // It takes some 30 ms; a busy machine takes longer.
  assert.ok(took < 1000, `${took} ms`);
});

/**
 * A clan in which each machine is in each instance, through one of ten tags.
 * @param {number} machines
 * @param {number} instances
 */
function large(machines, instances) {
  /** @type {(line: number) => import("../src/fleet/protocol.ts").Place} */
  const at = (line) => [0, line, 0, line, 10];
  const all = Array.from({ length: machines }, (_, index) => index);
  /** @type {import("../src/fleet/protocol.ts").Clan} */
  const clan = {
    ...tour(),
    root: "file:///large",
    files: ["file:///large/clan.nix"],
    machines: all.map((it) => ({ name: `m${it}`, class: null, tags: [{ tag: it % 10, at: at(it) }], at: [{ name: at(it), whole: at(it) }], open: false })),
    tags: Array.from({ length: 10 }, (_, tag) => ({ name: `t${tag}`, builtIn: false, machines: all.filter((it) => it % 10 === tag), at: [] })),
    instances: Array.from({ length: instances }, (_, it) => ({
      name: `i${it}`,
      module: { name: "sshd", input: null },
      description: null,
      roles: [{ name: "client", machines: [], tags: Array.from({ length: 10 }, (_, tag) => ({ name: `t${tag}`, at: at(1000 + it) })), members: all, at: [], open: false }],
      at: [],
      open: false,
    })),
  };
  return clan;
}

/**
 * @param {Node} node
 * @returns {string}
 */
function path(node) {
  return node.parent ? `${path(node.parent)} > ${node.label}` : node.label;
}
