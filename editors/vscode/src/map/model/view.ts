// Which rows and columns are shown, in which order, and which roles fit what is looked for.
//
// Each term is a bit. A role in a cell fits if its row, its column, its own name and the tags it came through have all bits
// together; so one pass over whole numbers finds what is shown, also where there are a hundred thousand.

import { type Column, type Grid, isProblem, type RoleColumn, type Row } from "./grid.ts";
import type { Term } from "./query.ts";

export type Sort = "name" | "tags";

export interface Wish {
  terms: Term[];
  sort: Sort;
  hideEmpty: boolean;
}

export interface View {
  /** Indices in the grid. */
  rows: number[];
  columns: number[];
  fits(row: number, column: RoleColumn): boolean;
}

/** More terms than these are left out: a number has no more bits. */
const MOST = 30;

export function viewOf(grid: Grid, wish: Wish): View {
  const terms = wish.terms.slice(0, MOST);
  const all = 2 ** terms.length - 1;
  const rowBits = grid.rows.map((row) => bits(terms, (term) => inRow(grid, row, term)));
  const tagBits = grid.clan.tags.map(({ name }) => bits(terms, (term) => inTag(name, term)));
  // What a role names itself: machines, and tags that nobody carries.
  const direct = bits(terms, ({ field, text }) => field === "is" && text === "direct");
  const namedBits = grid.rows.map((row) =>
    row.kind === "missing" && row.what === "tag"
      ? bits(terms, (term) => inTag(row.name, term))
      : direct,
  );
  const roleBits = new Map<RoleColumn, number>();
  const columnBits = grid.columns.map((column) => {
    const own = bits(terms, (term) => inColumn(column, term));
    for (const role of column.roles) {
      roleBits.set(role, own | bits(terms, (term) => inRole(role, term)));
    }
    return own;
  });
  const fits = (row: number, role: RoleColumn): boolean => {
    let found = (rowBits[row] ?? 0) | (roleBits.get(role) ?? 0);
    if (found !== all && role.named.has(row)) {
      found |= namedBits[row] ?? 0;
    }
    for (let at = 0; found !== all && at < role.tags.length; at += 1) {
      const tag = role.tags[at]?.tag ?? -1;
      found |= grid.carriers[tag]?.[row] ? (tagBits[tag] ?? 0) : 0;
    }
    return found === all;
  };
  const used = usedLines(grid, fits);
  const shown = (used: Uint8Array, bits: number[]) => (index: number) =>
    used[index] === 1 || (!wish.hideEmpty && bits[index] === all);
  return {
    rows: order(grid, wish.sort).filter(shown(used.rows, rowBits)),
    columns: [...grid.columns.keys()].filter(shown(used.columns, columnBits)),
    fits,
  };
}

/** The rows and the columns that have a role which fits. */
function usedLines(grid: Grid, fits: View["fits"]): { rows: Uint8Array; columns: Uint8Array } {
  const rows = new Uint8Array(grid.rows.length);
  const columns = new Uint8Array(grid.columns.length);
  grid.columns.forEach((column, index) => {
    for (const role of column.roles) {
      for (let row = 0; row < rows.length; row += 1) {
        if (role.has[row] && fits(row, role)) {
          rows[row] = 1;
          columns[index] = 1;
        }
      }
    }
  });
  return { rows, columns };
}

/** Machines are told by name. What does not exist stands last, whatever the order; by tags, who has none comes after those who have some. */
function order(grid: Grid, sort: Sort): number[] {
  const keys = grid.rows.map((row) => {
    const tags = sort === "tags" ? ownTags(grid, row).sort().join(" ") : "";
    const group = row.kind === "missing" ? 2 : sort === "tags" && tags === "" ? 1 : 0;
    return { group, tags };
  });
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...keys.entries()]
    .sort(([, a], [, b]) => a.group - b.group || compare(a.tags, b.tags))
    .map(([index]) => index);
}

/** The tags that a machine carries, but for those that come by themselves. */
export function ownTags(grid: Grid, row: Row): string[] {
  const tags = row.kind === "machine" ? row.machine.tags : [];
  return tags.flatMap(({ tag }) => {
    const known = grid.clan.tags[tag];
    return known && !known.builtIn ? [known.name] : [];
  });
}

function bits(terms: Term[], found: (term: Term) => boolean): number {
  return terms.reduce((bits, term, at) => (found(term) ? bits | (1 << at) : bits), 0);
}

function inRow(grid: Grid, row: Row, { field, text }: Term): boolean {
  const name = row.name.toLowerCase();
  if (row.kind === "missing") {
    const named = (field === null || field === row.what) && name.includes(text);
    return named || (field === "is" && text === "problem" && isProblem(row));
  }
  switch (field) {
    case "machine":
      return name.includes(text);
    case "tag":
      return row.machine.tags.some(({ tag }) => contains(grid.clan.tags[tag]?.name, text));
    case "is":
      return text === row.machine.class;
    case null:
      return name.includes(text) || ownTags(grid, row).some((tag) => contains(tag, text));
    default:
      return false;
  }
}

function inColumn({ name, service }: Column, { field, text }: Term): boolean {
  const inName = (field === null || field === "instance") && contains(name, text);
  return inName || ((field === null || field === "service") && contains(service, text));
}

function inRole({ role }: RoleColumn, { field, text }: Term): boolean {
  return (field === null || field === "role") && contains(role.name, text);
}

function inTag(tag: string, { field, text }: Term): boolean {
  if (field === "via") {
    return tag.toLowerCase() === text;
  }
  return (field === null || field === "tag") && contains(tag, text);
}

function contains(name: string | undefined, text: string): boolean {
  return name?.toLowerCase().includes(text) ?? false;
}
