// Colours that can be told apart, by everybody and on every ground; and that stay.

import * as assert from "node:assert/strict";
import { test } from "node:test";

import { coloursOf, HUES, NEUTRAL } from "../../src/map/model/colours.ts";
import { gridOf } from "../../src/map/model/grid.ts";
import { large, tour } from "./fleet.mjs";

/** @typedef {[number, number, number]} Triple */

const GROUNDS = { light: ["#ffffff"], dark: ["#1f1f1f", "#000000"] };

/** How those see who lack a cone, in linear light (Machado, Oliveira and Fernandes 2009). @type {Record<string, Triple[]>} */
const EYES = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};

/** @param {string} colour @returns {Triple} */
function linear(colour) {
  const channel = (/** @type {number} */ at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** @param {Triple} a @param {Triple} b */
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [low, high] = [a, b].map((it) => dot(linear(it), [0.2126, 0.7152, 0.0722]) + 0.05).sort((a, b) => a - b);
  return (high ?? 0) / (low ?? 1);
}

/** A colour in CIELAB, as some eyes see it. @param {string} colour @param {Triple[]} eyes @returns {Triple} */
function lab(colour, eyes) {
  const seen = /** @type {Triple} */ (eyes.map((row) => Math.min(1, Math.max(0, dot(row, linear(colour))))));
  const cube = (/** @type {number} */ t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = cube(dot([0.4124, 0.3576, 0.1805], seen) / 0.9505);
  const y = cube(dot([0.2126, 0.7152, 0.0722], seen));
  const z = cube(dot([0.0193, 0.1192, 0.9505], seen) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

for (const kind of /** @type {const} */ (["light", "dark"])) {
  const colours = [...HUES[kind], NEUTRAL[kind]];

  test(`each colour stands out from a ${kind} ground`, () => {
    for (const [colour, ground] of colours.flatMap((it) => GROUNDS[kind].map((ground) => [it, ground]))) {
      assert.ok(contrast(colour ?? "", ground ?? "") >= 2.95, `${colour} on ${ground}`);
    }
  });

  for (const [whose, eyes] of Object.entries(EYES)) {
    test(`colours on a ${kind} ground can be told apart by eyes: ${whose}`, () => {
      for (const [at, one] of colours.entries()) {
        for (const other of colours.slice(at + 1)) {
          const [a, b] = [lab(one, eyes), lab(other, eyes)];
          const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
          assert.ok(apart >= 15, `${one} and ${other}: ${apart}`);
        }
      }
    });
  }
}

test("no two tags look the same before hues and textures are used up", () => {
  const colours = coloursOf(gridOf(large(40, 30)));
  const looks = [...colours.values()].map(({ hue, texture }) => `${hue} ${texture}`);
  assert.ok(looks.length >= 10);
  assert.equal(new Set(looks).size, looks.length);
});

test("a tag keeps its colour when an instance is gone", () => {
  const before = coloursOf(gridOf(tour));
  const after = coloursOf(gridOf({ ...tour, instances: tour.instances.slice(0, 1) }));
  assert.deepEqual([...after.keys()], ["backup"]);
  assert.deepEqual(after.get("backup"), before.get("backup"));
});
