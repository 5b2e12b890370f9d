// A clan as a grid: who has which role of which instance, and through what.

import type { Clan, Instance, Machine, Place, Role, Use } from "../../fleet/protocol.ts";

/** A machine; or a name that a role gives itself to, and that no machine is known to have. */
export type Row =
  | { kind: "machine"; name: string; machine: Machine }
  | { kind: "missing"; name: string; what: "machine" | "tag"; certain: boolean };

export interface Column {
  name: string;
  /** What the module is called, where that is known. */
  service: string;
  instance: Instance;
  roles: RoleColumn[];
}

/** A role of an instance, and which rows have it. */
export interface RoleColumn {
  role: Role;
  /** 1 for each row that has the role. */
  has: Uint8Array;
  /** Where the role names a row, by the row's index. */
  named: Map<number, Use[]>;
  /** Through which tags it reaches machines. */
  tags: { tag: number; use: Use }[];
}

/** Why a row has a role: it is named (`tag` is `null`), or carries a tag. */
export interface Reason {
  tag: string | null;
  at: Place;
}

/** A role in a cell. */
export interface Badge {
  role: Role;
  reasons: Reason[];
}

export interface Grid {
  clan: Clan;
  rows: Row[];
  columns: Column[];
  /** For each tag, 1 for each machine that carries it. */
  carriers: Uint8Array[];
}

export function gridOf(clan: Clan): Grid {
  const rows: Row[] = clan.machines.map((machine) => ({
    kind: "machine",
    name: machine.name,
    machine,
  }));
  const rowOf = new Map(clan.machines.map((machine, index) => [machine.name, index]));
  const tagOf = new Map(clan.tags.map((tag, index) => [tag.name, index]));
  const missing = missingRows(clan, rowOf, tagOf);
  rows.push(...missing.rows);
  const carriers = clan.tags.map((tag) => flags(rows.length, tag.machines));
  const roleColumn = (role: Role): RoleColumn => {
    const has = flags(rows.length, role.members);
    const named = new Map<number, Use[]>();
    for (const use of role.machines) {
      const row = rowOf.get(use.name) ?? missing.machines.get(use.name);
      push(named, row, use);
    }
    for (const use of role.tags) {
      push(named, missing.tags.get(use.name), use);
    }
    for (const row of named.keys()) {
      has[row] = 1;
    }
    const tags = role.tags.flatMap((use) => {
      const tag = tagOf.get(use.name);
      return tag === undefined ? [] : [{ tag, use }];
    });
    return { role, has, named, tags };
  };
  const columns = clan.instances.map((instance) => ({
    name: instance.name,
    service: instance.module.name ?? "",
    instance,
    roles: instance.roles.map(roleColumn),
  }));
  return { clan, rows, columns, carriers };
}

/** The roles in a cell, in the instance's order. */
export function badges(grid: Grid, row: number, column: number): Badge[] {
  const roles = grid.columns[column]?.roles ?? [];
  return roles
    .filter((it) => it.has[row])
    .map((it) => ({ role: it.role, reasons: reasons(grid, it, row) }));
}

/** Why a row has a role; nothing where the server knows more than it tells. */
export function reasons(grid: Grid, { named, tags }: RoleColumn, row: number): Reason[] {
  const missing = grid.rows[row];
  const tag = missing?.kind === "missing" && missing.what === "tag" ? missing.name : null;
  const byName = (named.get(row) ?? []).map(({ at }) => ({ tag, at }));
  const byTag = tags
    .filter((it) => grid.carriers[it.tag]?.[row])
    .map(({ use }) => ({ tag: use.name, at: use.at }));
  return [...byName, ...byTag];
}

/** What a row is known by: its name, and for what does not exist also what it would be. */
export function keyOf(row: Row | undefined): string {
  return row?.kind === "missing" ? `${row.what} ${row.name}` : (row?.name ?? "");
}

/** Is what this row stands for a mistake, for certain? */
export function isProblem(row: Row | undefined): boolean {
  return row?.kind === "missing" && row.certain;
}

interface Missing {
  rows: Row[];
  machines: Map<string, number>;
  tags: Map<string, number>;
}

/** The names that roles give themselves to, and that come to nobody. */
function missingRows(
  clan: Clan,
  rowOf: Map<string, number>,
  tagOf: Map<string, number>,
): Missing {
  const missing: Missing = { rows: [], machines: new Map(), tags: new Map() };
  const tagsCertain = !clan.machinesOpen && clan.machines.every((machine) => !machine.open);
  const carried = (name: string) => {
    const tag = clan.tags[tagOf.get(name) ?? -1];
    return tag !== undefined && (tag.builtIn || tag.machines.length > 0);
  };
  const add = (what: "machine" | "tag", name: string) => {
    const [known, certain] =
      what === "machine"
        ? [missing.machines, !clan.machinesOpen]
        : [missing.tags, tagsCertain];
    if (!known.has(name)) {
      known.set(name, clan.machines.length + missing.rows.length);
      missing.rows.push({ kind: "missing", name, what, certain });
    }
  };
  for (const role of clan.instances.flatMap((instance) => instance.roles)) {
    for (const { name } of role.machines.filter(({ name }) => !rowOf.has(name))) {
      add("machine", name);
    }
    for (const { name } of role.tags.filter(({ name }) => !carried(name))) {
      add("tag", name);
    }
  }
  return missing;
}

function flags(length: number, members: number[]): Uint8Array {
  const flags = new Uint8Array(length);
  for (const member of members) {
    flags[member] = 1;
  }
  return flags;
}

function push(named: Map<number, Use[]>, row: number | undefined, use: Use): void {
  if (row !== undefined) {
    const uses = named.get(row);
    uses ? uses.push(use) : named.set(row, [use]);
  }
}
