// How wide and how high everything is.

import { type Column, type Grid, type RoleColumn, type Row } from "./grid.ts";
import { missing } from "./text.ts";
import { ownTags, type View } from "./view.ts";

/** Wide: names lie. Slim: the heads stand upright. Tiny: of roles only the first letters are left, too. */
export const FITS = ["wide", "slim", "tiny"] as const;
export type Fit = (typeof FITS)[number];

/** How wide a text is in the map's font, in pixels. */
export type Measure = (text: string, size: "normal" | "small") => number;

/** In pixels, here and in `map.css`. */
export const SIZES = {
  row: 26,
  /** Around what is in a cell or a head, on each side, with the line. */
  cell: 5.5,
  /** Around a role's name, with the mark before it. */
  badge: 13,
  chip: 11,
  gap: 3,
  icon: 20,
  /** Around what is in the head of a row, and before its tags. */
  side: 15,
  chips: 10,
} as const;

const LIMITS = {
  wide: { least: 64, most: 220, head: 44 },
  slim: { least: 34, most: 180, head: 200 },
  tiny: { least: 34, most: 150, head: 200 },
} as const;

/** The heads of rows: at least so wide, and at most this part of all. */
const SIDE = { least: 120, most: 0.38 };

/** How many heads of rows are measured. */
const MEASURED = 40;

/** Two lines upright, of which each needs so much. */
const UPRIGHT = { line: 15, padding: 16 };

/** The scrollbar's place. */
const BAR = 14;

export interface Layout {
  fit: Fit;
  /** The height of the heads of columns, and the width of the heads of rows. */
  head: number;
  side: number;
  /** By the columns' indices in the grid. */
  widths: number[];
  /** What a role is called in a cell. */
  label(role: RoleColumn): string;
}

/** What takes all the room there is: the first fit in which all columns can be seen at once, or else the last. */
export function layoutOf(
  grid: Grid,
  view: View,
  wanted: Fit | "auto",
  room: number,
  measure: Measure,
): Layout {
  const side = sideWidth(grid, view, room, measure);
  const fits = wanted === "auto" ? FITS : [wanted];
  for (const fit of fits) {
    const least = side + view.columns.length * LIMITS[fit].least;
    if (least > room && fit !== fits.at(-1)) {
      continue;
    }
    const layout = fitted(grid, fit, side, measure);
    const total = view.columns.reduce((sum, column) => sum + (layout.widths[column] ?? 0), side);
    if (fit === fits.at(-1) || total <= room - BAR) {
      return layout;
    }
  }
  return fitted(grid, "tiny", side, measure);
}

/** All names in full, whatever room that takes. */
export function fullLayout(grid: Grid, view: View, fit: Fit, measure: Measure): Layout {
  const side = sideWidth(grid, view, Infinity, measure);
  return fitted(grid, fit, side, measure, Infinity);
}

function fitted(grid: Grid, fit: Fit, side: number, measure: Measure, most = 0): Layout {
  const short = fit === "tiny" ? shortNames(grid.columns) : undefined;
  const label = (role: RoleColumn) => short?.get(role) ?? role.role.name;
  const widths = grid.columns.map((column) => columnWidth(column, fit, label, measure, most));
  const names = grid.columns.map((column) => Math.max(...headWidths(column, measure)));
  const longest = names.reduce((a, b) => Math.max(a, b), 0) + UPRIGHT.padding;
  const head = fit === "wide" ? LIMITS.wide.head : Math.min(longest, Math.max(most, LIMITS[fit].head));
  return { fit, head: Math.max(head, LIMITS.wide.head), side, widths, label };
}

function columnWidth(
  column: Column,
  fit: Fit,
  label: (role: RoleColumn) => string,
  measure: Measure,
  most: number,
): number {
  const { least } = LIMITS[fit];
  const heads = headWidths(column, measure);
  const head = fit === "wide" ? Math.max(...heads) : heads.filter(Boolean).length * UPRIGHT.line;
  const cell = widest(column.roles, label, measure);
  const wanted = Math.max(head, cell) + 2 * SIZES.cell;
  return Math.ceil(Math.min(Math.max(wanted, least), Math.max(most, LIMITS[fit].most)));
}

/** How wide the two lines of a column's head are. */
function headWidths({ name, service, instance }: Column, measure: Measure): [number, number] {
  const open = instance.open ? SIZES.chip : 0;
  return [measure(name, "normal") + open, service ? measure(service, "small") : 0];
}

/** The width of the fullest cell. */
function widest(
  roles: RoleColumn[],
  label: (role: RoleColumn) => string,
  measure: Measure,
): number {
  const sums = new Float64Array(roles[0]?.has.length ?? 0);
  let most: number = SIZES.gap;
  for (const role of roles) {
    const width = badgeWidth(label(role), measure) + SIZES.gap;
    for (let row = 0; row < sums.length; row += 1) {
      if (role.has[row]) {
        const sum = (sums[row] ?? 0) + width;
        sums[row] = sum;
        most = Math.max(most, sum);
      }
    }
  }
  return most - SIZES.gap;
}

export function badgeWidth(label: string, measure: Measure): number {
  return Math.ceil(measure(label, "small")) + SIZES.badge;
}

function sideWidth(grid: Grid, view: View, room: number, measure: Measure): number {
  const rows = view.rows.flatMap((index) => grid.rows[index] ?? []);
  const widths = longest(grid, rows).map((row) => rowWidth(grid, row, measure));
  const wanted = Math.max(SIDE.least, ...widths);
  return Math.ceil(Math.min(wanted, Math.max(room * SIDE.most, SIDE.least)));
}

/** The rows with the most letters. To measure is slow, and the widest is among them. */
function longest(grid: Grid, rows: Row[]): Row[] {
  const letters = (row: Row) => row.name.length + ownTags(grid, row).join("   ").length;
  const missing = rows.filter(({ kind }) => kind === "missing");
  const counted = rows.map((row) => ({ row, letters: letters(row) }));
  counted.sort((a, b) => b.letters - a.letters);
  return [...counted.slice(0, MEASURED).map(({ row }) => row), ...missing.slice(0, MEASURED)];
}

function rowWidth(grid: Grid, row: Row, measure: Measure): number {
  const name = measure(row.name, "normal") + SIZES.icon + SIZES.side;
  if (row.kind === "missing") {
    return name + measure(missing(row), "small") + SIZES.chips;
  }
  const tags = ownTags(grid, row).map((tag) => measure(tag, "small") + SIZES.chip + SIZES.gap);
  const open = row.machine.open ? SIZES.chip + SIZES.gap : 0;
  return tags.reduce((a, b) => a + b, name + open + SIZES.chips);
}

/** The first letters of each role: as many as it takes to tell an instance's roles apart, three at most. */
export function shortNames(columns: Column[]): Map<RoleColumn, string> {
  const short = new Map<RoleColumn, string>();
  for (const { roles } of columns) {
    for (const role of roles) {
      const others = roles.filter((it) => it !== role).map((it) => it.role.name);
      const lengths = [1, 2, 3];
      const apart = (length: number) =>
        others.every((it) => !it.startsWith(role.role.name.slice(0, length)));
      const length = lengths.find(apart) ?? 3;
      short.set(role, role.role.name.slice(0, length));
    }
  }
  return short;
}
