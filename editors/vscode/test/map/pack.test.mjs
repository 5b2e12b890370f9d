// A fleet comes to the page as it was sent, and takes little.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { pack, unpack } from "../../src/map/model/pack.ts";
import { fleet, large, odd, tour } from "./fleet.mjs";

test("a fleet is the same on the other side", () => {
  const all = fleet(tour, odd, large(50, 10));
  assert.deepEqual(unpack(structuredClone(pack(all))), all);
});

test("members that follow from machines and tags are left out, others are not", () => {
  const [instance] = tour.instances;
  const [role] = instance?.roles ?? [];
  assert.ok(instance && role);
  const known = fleet({ ...tour, instances: [{ ...instance, roles: [role, { ...role, members: [2] }] }] });
  const packed = pack(known).clans[0]?.instances[0]?.roles.map(({ members }) => members);
  assert.deepEqual(packed, [null, [2]]);
  assert.deepEqual(unpack(pack(known)), known);
});

test("of a large fleet, most is left out", () => {
  const all = fleet(large(1000, 100));
  const size = (/** @type {unknown} */ it) => JSON.stringify(it).length;
  assert.ok(size(pack(all)) < size(all) / 2, `${size(pack(all))} of ${size(all)}`);
});
