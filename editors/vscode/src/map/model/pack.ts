// A fleet on its way to the page. Nine tenths of a large one are the members of roles, and those follow from its tags: they
// are left out, and computed anew on the other side.

import type { Clan, Fleet, Instance, Role } from "../../fleet/protocol.ts";

/** `null`: what its machines and tags come down to. */
export type PackedRole = Omit<Role, "members"> & { members: number[] | null };
export type PackedInstance = Omit<Instance, "roles"> & { roles: PackedRole[] };
export type PackedClan = Omit<Clan, "instances"> & { instances: PackedInstance[] };
export type PackedFleet = Omit<Fleet, "clans"> & { clans: PackedClan[] };

export function pack(fleet: Fleet): PackedFleet {
  return mapRoles(fleet, (role: Role, derived): PackedRole => {
    const { members } = role;
    const same = members.length === derived.length && members.every((it, at) => it === derived[at]);
    return same ? { ...role, members: null } : role;
  });
}

export function unpack(fleet: PackedFleet): Fleet {
  return mapRoles(fleet, (role: PackedRole, members): Role => {
    return { ...role, members: role.members ?? members };
  });
}

interface Shape<R> {
  clans: (Omit<PackedClan, "instances"> & {
    instances: (Omit<PackedInstance, "roles"> & { roles: R[] })[];
  })[];
  format: 1;
  why?: string;
}

/** Changes all roles, each with what its machines and tags come down to. */
function mapRoles<From extends PackedRole, To>(
  fleet: Shape<From>,
  change: (role: From, derived: number[]) => To,
): Shape<To> {
  const clans = fleet.clans.map((clan) => {
    const derive = deriver(clan);
    const instances = clan.instances.map((instance) => ({
      ...instance,
      roles: instance.roles.map((role) => change(role, derive(role))),
    }));
    return { ...clan, instances };
  });
  return { ...fleet, clans };
}

function deriver(clan: Pick<Clan, "machines" | "tags">): (role: PackedRole) => number[] {
  const machines = new Map(clan.machines.map(({ name }, index) => [name, index]));
  const tags = new Map(clan.tags.map((tag) => [tag.name, tag.machines]));
  return (role) => {
    const has = new Uint8Array(clan.machines.length);
    for (const { name } of role.machines) {
      has[machines.get(name) ?? -1] = 1;
    }
    for (const { name } of role.tags) {
      for (const machine of tags.get(name) ?? []) {
        has[machine] = 1;
      }
    }
    const members: number[] = [];
    for (let machine = 0; machine < has.length; machine += 1) {
      if (has[machine]) {
        members.push(machine);
      }
    }
    return members;
  };
}
