// What is looked for, what is hidden, and in which order the machines stand.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { gridOf } from "../../src/map/model/grid.ts";
import { move } from "../../src/map/model/moves.ts";
import { has, parse, toggle, via } from "../../src/map/model/query.ts";
import { viewOf } from "../../src/map/model/view.ts";
import { large, tour } from "./fleet.mjs";

const grid = gridOf(tour);

/**
 * The names that a search leaves.
 * @param {string} query
 * @param {Partial<import("../../src/map/model/view.ts").Wish>} [more]
 */
function found(query, more = {}) {
  const view = viewOf(grid, { terms: parse(query), sort: "name", hideEmpty: false, ...more });
  const rows = view.rows.map((row) => grid.rows[row]?.name).join(" ");
  const columns = view.columns.map((column) => grid.columns[column]?.name).join(" ");
  return `${rows} | ${columns}`;
}

test("without a search everything is shown, what does not exist last", () => {
  assert.equal(found(""), "jon sara vault all laptops | nightly sshd");
  assert.equal(found("", { sort: "tags" }), "jon sara vault all laptops | nightly sshd");
});

test("a word is looked for in every name", () => {
  assert.equal(found("JON"), "jon | nightly");
  assert.equal(found("borg"), "jon sara vault | nightly");
  assert.equal(found("nothing"), " | ");
});

test("all words must fit", () => {
  assert.equal(found("jon backup"), "jon | nightly");
  assert.equal(found("jon sshd"), " | ");
  assert.equal(found("client nightly"), "jon sara | nightly");
});

test("a word may be for one kind of name", () => {
  assert.equal(found("role:client"), "jon sara all | nightly sshd");
  assert.equal(found("machine:vault"), "vault | nightly sshd");
  assert.equal(found("service:sshd"), "vault all laptops | sshd");
  assert.equal(found("tag:laptop"), "jon sara laptops | nightly sshd");
  assert.equal(found("is:direct"), "vault all | nightly sshd");
  assert.equal(found("is:problem"), "all laptops | sshd");
});

test("via finds what came through a tag of exactly this name", () => {
  assert.equal(found("via:backup"), "jon sara | nightly");
  assert.equal(found("via:back"), " | ");
  assert.equal(found("via:server"), "vault | sshd");
  assert.equal(found("via:laptops"), "laptops | sshd");
});

test("lines without a role are hidden on demand", () => {
  const idle = gridOf({ ...tour, instances: tour.instances.slice(0, 1) });
  const shown = (/** @type {boolean} */ hideEmpty) =>
    viewOf(idle, { terms: [], sort: "name", hideEmpty }).rows.length;
  assert.equal(shown(false), 3);
  assert.equal(found("vault", { hideEmpty: true }), "vault | nightly sshd");
  const none = gridOf({ ...tour, instances: [] });
  const view = viewOf(none, { terms: [], sort: "name", hideEmpty: true });
  assert.deepEqual([view.rows, view.columns], [[], []]);
});

test("machines with the same tags stand together", () => {
  const many = gridOf(large(60, 4));
  const { rows } = viewOf(many, { terms: [], sort: "tags", hideEmpty: false });
  const tags = rows.map((row) => tour && many.clan.machines[row]?.tags.map(({ tag }) => tag).join());
  const changes = tags.filter((own, at) => own !== tags[at - 1]).length;
  assert.equal(changes, new Set(tags).size);
});

test("a tag of the legend is a word that comes and goes", () => {
  const word = via("my tag");
  assert.equal(word, 'via:"my tag"');
  const query = toggle("jon", word);
  assert.equal(query, 'jon via:"my tag"');
  assert.ok(has(query, word));
  assert.deepEqual(parse(query).at(-1), { field: "via", text: "my tag" });
  assert.equal(toggle(query, word), "jon");
  assert.equal(via(null), "is:direct");
});

test("what is typed halfway is no mistake", () => {
  assert.deepEqual(parse('tag: "'), []);
  assert.deepEqual(parse('via:"a b'), [{ field: "via", text: "a b" }]);
  assert.deepEqual(parse("http://x"), [{ field: null, text: "http://x" }]);
});

test("keys lead through the grid, and never out of it", () => {
  const extent = { rows: 10, columns: 3, page: 4 };
  const at = { row: 2, column: 1 };
  const to = (/** @type {string} */ key, ctrl = false) => {
    const { row, column } = move(key, ctrl, at, extent) ?? {};
    return [row, column];
  };
  assert.deepEqual(to("ArrowDown"), [3, 1]);
  assert.deepEqual(to("PageDown"), [6, 1]);
  assert.deepEqual(to("PageUp"), [-1, 1]);
  assert.deepEqual(to("Home"), [2, -1]);
  assert.deepEqual(to("End"), [2, 2]);
  assert.deepEqual(to("End", true), [9, 2]);
  assert.deepEqual(to("ArrowLeft", true), [2, -1]);
  assert.deepEqual(to("x"), [undefined, undefined]);
});
