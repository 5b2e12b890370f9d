// What the map says in words: of a cell, of the head of a row, of the head of a column.

import type { Clan, Definition, Place } from "../../fleet/protocol.ts";
import { spotOf } from "../../fleet/spot.ts";
import { count, decoded } from "../../fleet/words.ts";
import type { PlaceLink } from "../wire.ts";
import { type Badge, type Column, type Grid, badges, type Reason, type Row } from "./grid.ts";

/** Something that is told, and the places it is told of. */
export interface Told {
  text: string;
  links: Link[];
}

/** A place, and of what: of the row or the column itself, of a role, of a tag. */
export interface Link extends PlaceLink {
  of: "self" | { role: string } | { tag: string };
}

/** The links of a role or a tag; where there are none, those of the row or the column itself, or else all. */
export function chosen(links: Link[], part: { role?: string; tag?: string }): Link[] {
  const { role, tag } = part;
  const ofPart = links.filter(({ of }) =>
    of === "self" ? false : "role" in of ? of.role === role : of.tag === tag,
  );
  const self = links.filter(({ of }) => of === "self");
  return ofPart.length > 0 ? ofPart : self.length > 0 ? self : links;
}

/** What is known of a cell; of a head where the row or the column is -1. */
export function tell(grid: Grid, row: number, column: number): Told {
  const [atRow, atColumn] = [grid.rows[row], grid.columns[column]];
  if (atRow && atColumn) {
    return tellCell(grid, atRow, atColumn, badges(grid, row, column));
  }
  return atRow ? tellRow(grid, atRow) : atColumn ? tellColumn(grid, atColumn) : nothing();
}

/** How a role came about, in a word or two. */
export function how({ tag }: Reason): string {
  return tag === null ? "by name" : `by tag ${tag}`;
}

/** `clan.nix:15`, from the clan's folder on. */
export function where(clan: Clan, [file, line, start, endLine, end]: Place): string {
  const isFolder = line === 0 && start === 0 && endLine === 0 && end === 0;
  const uri = clan.files[file] ?? "";
  const root = clan.root.endsWith("/") ? clan.root : `${clan.root}/`;
  const path = decoded(uri.startsWith(root) ? uri.slice(root.length) : (uri.split("/").at(-1) ?? ""));
  // A machine may be defined by its folder, as a whole.
  return isFolder ? path : `${path}:${line + 1}`;
}

function tellCell(grid: Grid, row: Row, column: Column, badges: Badge[]): Told {
  if (badges.length === 0) {
    const open = column.roles.some(({ role }) => role.open) || column.instance.open;
    const known = open && row.kind === "machine" ? "no role that is known" : "no role";
    return { text: `${row.name} has ${known} in ${column.name}`, links: [] };
  }
  const told = badges.map(({ role, reasons }) => {
    const why = reasons.map((it) => `${how(it)} (${where(grid.clan, it.at)})`).join(" and ");
    return `${column.name}/${role.name} ${why}`.trimEnd();
  });
  const links = badges.flatMap(({ role, reasons }) =>
    reasons.flatMap((it) => link(grid.clan, `${column.name}/${role.name} ${how(it)}`, it.at, { role: role.name })),
  );
  return { text: `${subject(row)} ${told.join("; ")}`, links };
}

/** Who gets it; what does not exist gets nothing. */
function subject(row: Row): string {
  return row.kind === "machine" ? `${row.name} gets` : `${row.name} (${missing(row)}) is given`;
}

/** What is wrong with a name. */
export function missing({ what, certain }: Row & { kind: "missing" }): string {
  if (what === "machine") {
    return certain ? "no such machine" : "perhaps a machine";
  }
  return certain ? "a tag that nobody carries" : "a tag that perhaps nobody carries";
}

function tellRow(grid: Grid, row: Row): Told {
  if (row.kind === "missing") {
    return { text: `${row.name}: ${missing(row)}`, links: usesOf(grid, row) };
  }
  const { machine } = row;
  const tags = machine.tags.flatMap(({ tag, at }) => {
    const name = grid.clan.tags[tag]?.name;
    return name === undefined ? [] : [{ name, at }];
  });
  const names = tags.map(({ name }) => name).join(", ");
  const parts = [
    system(machine.class),
    names && `${tags.length === 1 ? "tag" : "tags"} ${names}`,
    machine.open ? "perhaps further tags" : "",
  ];
  const links = definitions(grid.clan, row.name, machine.at, "self");
  const said = tags.flatMap(({ name, at }) => link(grid.clan, `tag ${name}`, at, { tag: name }));
  return { text: sentence(grid.clan, row.name, parts, machine.at[0]), links: [...links, ...said] };
}

function tellColumn(grid: Grid, { name, instance, roles }: Column): Told {
  const { module } = instance;
  const service = module.name && `service ${module.name}${module.input ? ` of ${module.input}` : ""}`;
  const having = roles.map(({ role }) => {
    const more = role.open ? " or more" : "";
    return `${role.name} ${count(role.members.length, "machine")}${more}`;
  });
  const links = definitions(grid.clan, name, instance.at, "self");
  const given = roles.flatMap(({ role }) => definitions(grid.clan, `role ${role.name}`, role.at, { role: role.name }));
  const open = instance.open ? "perhaps further roles" : "";
  const parts = [service ?? "", ...having, open];
  return { text: sentence(grid.clan, name, parts, instance.at[0]), links: [...links, ...given] };
}

export function system(kind: "nixos" | "darwin" | null): string {
  return kind === "nixos" ? "NixOS" : kind === "darwin" ? "macOS" : "";
}

/** Where roles name something that does not exist. */
function usesOf(grid: Grid, row: Row): Link[] {
  const index = grid.rows.indexOf(row);
  return grid.columns.flatMap(({ name, roles }) =>
    roles.flatMap(({ role, named }) =>
      (named.get(index) ?? []).flatMap(({ at }) => link(grid.clan, `${name}/${role.name}`, at, "self")),
    ),
  );
}

function definitions(clan: Clan, label: string, at: Definition[], of: Link["of"]): Link[] {
  return at.flatMap(({ name }) => link(clan, label, name, of));
}

/** `jon: NixOS, tags backup, laptop (clan.nix:6)` */
function sentence(clan: Clan, name: string, parts: string[], at: Definition | undefined): string {
  const told = parts.filter((part) => part !== "").join(", ");
  const place = at ? ` (${where(clan, at.name)})` : "";
  return `${told ? `${name}: ${told}` : name}${place}`;
}

/** None where there is no place. */
function link(clan: Clan, label: string, place: Place | null, of: Link["of"]): Link[] {
  const spot = spotOf(clan, place);
  return place && spot ? [{ ...spot, label: `${label} (${where(clan, place)})`, of }] : [];
}

function nothing(): Told {
  return { text: "", links: [] };
}
