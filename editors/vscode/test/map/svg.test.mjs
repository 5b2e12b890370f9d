// The picture: well-formed, complete, and harmless whatever the names are.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { coloursOf, HUES, NEUTRAL } from "../../src/map/model/colours.ts";
import { gridOf } from "../../src/map/model/grid.ts";
import { layoutOf, shortNames } from "../../src/map/model/layout.ts";
import { escape, svg } from "../../src/map/model/svg.ts";
import { viewOf } from "../../src/map/model/view.ts";
import { clan, large, odd, tour } from "./fleet.mjs";

const measure = (/** @type {string} */ text) => text.length * 7;
const everything = { terms: [], sort: /** @type {const} */ ("name"), hideEmpty: false };

/**
 * @param {import("../../src/fleet/protocol.ts").Clan} clan
 * @param {import("../../src/map/model/layout.ts").Fit} fit
 */
function picture(clan, fit = "wide") {
  const grid = gridOf(clan);
  const paint = {
    ground: "#ffffff", text: "#3b3b3b", dim: "#606060", line: "#d8d8d8", problem: "#e51400",
    hues: HUES.light, neutral: NEUTRAL.light, font: `'A "B"', sans-serif`,
  };
  return svg({ grid, view: viewOf(grid, everything), fit, colours: coloursOf(grid), paint, measure });
}

/** The names of the elements, each of which must be closed where it should be. @param {string} xml */
function elements(xml) {
  const [open, all] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
  const markup = /<\?xml [^<>]*\?>|<(\/?)([a-z]+)((?: [a-z-]+(?::[a-z]+)?="[^"<]*")*)(\/?)>/gi;
  const rest = xml.replace(markup, (_, close, name, _attributes, empty) => {
    if (close) {
      assert.equal(open.pop(), name);
    } else if (name) {
      all.push(name);
      empty || open.push(name);
    }
    return "";
  });
  assert.doesNotMatch(rest, /[<>]|&(?!(?:amp|lt|gt|quot);)/);
  assert.deepEqual(open, []);
  return all;
}

for (const fit of /** @type {const} */ (["wide", "slim", "tiny"])) {
  test(`a ${fit} picture is well-formed, whatever the names`, () => {
    elements(picture(tour, fit));
    const text = picture(odd, fit);
    assert.ok(elements(text).length > 20);
    assert.ok(text.includes("&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;"));
  });
}

test("all roles of the clan are in the picture, also those that no window shows", () => {
  const roles = (/** @type {string} */ xml) => elements(xml).filter((it) => it === "use").length;
  assert.equal(roles(picture(tour)), 6);
  const clan = large(200, 30);
  const all = clan.instances.flatMap(({ roles }) => roles.map(({ members }) => members.length));
  assert.equal(roles(picture(clan)), all.reduce((a, b) => a + b, 0));
});

test("what XML can't hold is replaced", () => {
  assert.equal(escape('a\u0000\u001b<&>"\ud800'), 'a\ufffd\ufffd&lt;&amp;&gt;&quot;\ufffd');
  assert.equal(escape("𝄞 ü"), "𝄞 ü");
});

test("columns are as wide as the room allows", () => {
  const instances = Array.from({ length: 20 }, (_, at) => [
    `an-instance-with-a-name-${at}`,
    { service: "s", roles: { server: ["jon"] } },
  ]);
  const grid = gridOf(clan("wide", { jon: [] }, Object.fromEntries(instances)));
  const view = viewOf(grid, everything);
  const fit = (/** @type {number} */ room) => layoutOf(grid, view, "auto", room, measure).fit;
  assert.deepEqual([fit(5000), fit(2000), fit(1000)], ["wide", "slim", "tiny"]);
  assert.equal(layoutOf(grid, view, "slim", 100, measure).fit, "slim");
});

test("roles are shortened to what tells them apart", () => {
  const roles = { server: ["jon"], servant: ["jon"], client: ["jon"] };
  const { columns } = gridOf(clan("short", { jon: [] }, { i: { service: "s", roles } }));
  assert.deepEqual([...shortNames(columns).values()], ["ser", "ser", "c"]);
});
