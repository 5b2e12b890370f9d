// What a clan's state says the other way around, worked out once for each state: it is asked of every node that is shown.

import type { Clan, Instance, Machine, Place, Role, Use } from "./protocol.ts";

/** A role, and whose it is. */
export interface RoleOf {
  instance: Instance;
  role: Role;
}

/** Where a role names something. */
export interface UseBy extends RoleOf {
  use: Use;
}

export interface Relations {
  /** The roles that each machine has, by the machine's index. */
  roles: RoleOf[][];
  /** Which roles name a tag, by the tag's name. */
  uses: Map<string, UseBy[]>;
  /** May tags be carried by more machines than is known? */
  hasOpenTags: boolean;
}

/** Why a machine has a role: it is named, or a tag that it carries is. */
export type Reason =
  | { by: "name"; use: Use }
  | { by: "tag"; use: Use; carried: Place | null };

const known = new WeakMap<Clan, Relations>();

export function relationsOf(clan: Clan): Relations {
  const before = known.get(clan);
  if (before) {
    return before;
  }
  const hasOpenTags = clan.machinesOpen || clan.machines.some((machine) => machine.open);
  const relations: Relations = { roles: clan.machines.map(() => []), uses: new Map(), hasOpenTags };
  for (const instance of clan.instances) {
    for (const role of instance.roles) {
      add(relations, { instance, role });
    }
  }
  known.set(clan, relations);
  return relations;
}

function add(relations: Relations, { instance, role }: RoleOf): void {
  for (const member of role.members) {
    relations.roles[member]?.push({ instance, role });
  }
  for (const use of role.tags) {
    const uses = relations.uses.get(use.name) ?? [];
    uses.push({ instance, role, use });
    relations.uses.set(use.name, uses);
  }
}

/** Everything by which a machine has a role: the machine itself first. */
export function reasons(clan: Clan, machine: Machine, role: Role): Reason[] {
  const named = role.machines.filter((use) => use.name === machine.name);
  const carried = new Map(machine.tags.map(({ tag, at }) => [clan.tags[tag]?.name, at]));
  const tagged = role.tags.filter((use) => carried.has(use.name));
  return [
    ...named.map((use) => ({ by: "name" as const, use })),
    ...tagged.map((use) => ({ by: "tag" as const, use, carried: carried.get(use.name) ?? null })),
  ];
}
