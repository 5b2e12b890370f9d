// Which colour a tag has.

import type { Grid } from "./grid.ts";

/**
 * Seven hues for a light and for a dark ground, beside the grey of what is named directly. They stand out from the ground
 * (3:1) and from each other, also for those who see no red or no green: `test/colours.test.mjs` computes it.
 */
export const HUES = {
  light: ["#0538ad", "#934800", "#0e522f", "#7a2370", "#869d52", "#3985fd", "#df69c8"],
  dark: ["#4a98f0", "#fc8037", "#39ca89", "#b1528d", "#f8d93e", "#71d6ff", "#e57cc9"],
} as const;

/** What is named directly. */
export const NEUTRAL = { light: "#767676", dark: "#a0a0a0" } as const;

/** More tags than hues: the next ones have a dashed mark, then a dotted one. */
export const TEXTURES = ["solid", "dashed", "dotted"] as const;

const HUE_COUNT = HUES.light.length;
const SLOTS = HUE_COUNT * TEXTURES.length;

/** A hue and a texture; `hue` is the index in `HUES`, -1 for the neutral colour. */
export interface Colour {
  hue: number;
  texture: number;
}

export const DIRECT: Colour = { hue: -1, texture: 0 };

/** The tags that roles name, by name, with their colours. */
export type Colours = Map<string, Colour>;

/** A tag's colour follows from its name, so that it stays; where two would have the same, the second takes the next. */
export function coloursOf(grid: Grid): Colours {
  const names = new Set(
    grid.columns.flatMap(({ roles }) => roles.flatMap(({ role }) => role.tags.map((it) => it.name))),
  );
  const taken = new Set<number>();
  const colours: Colours = new Map();
  for (const name of [...names].sort()) {
    if (taken.size >= SLOTS) {
      taken.clear();
    }
    // Textures begin only where the hues are used up.
    const round = Math.floor(taken.size / HUE_COUNT);
    let hue = hash(name) % HUE_COUNT;
    for (let tries = 0; tries < HUE_COUNT && taken.has(round * HUE_COUNT + hue); tries += 1) {
      hue = (hue + 1) % HUE_COUNT;
    }
    taken.add(round * HUE_COUNT + hue);
    colours.set(name, { hue, texture: round });
  }
  return colours;
}

/** The colour of a reason: of the tag, or the neutral one. */
export function colourOf(colours: Colours, tag: string | null): Colour {
  return tag === null ? DIRECT : (colours.get(tag) ?? DIRECT);
}

/** FNV-1a. */
function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}
