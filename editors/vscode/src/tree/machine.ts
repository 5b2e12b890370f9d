// A machine in the tree: the roles it has and through what, then the tags it carries.

import type { Clan, Machine } from "../fleet/protocol.ts";
import { type Reason, type RoleOf, reasons, relationsOf } from "../fleet/relations.ts";
import { linkTo, shortOf, spotOf } from "../fleet/spot.ts";
import { count, escaped } from "../fleet/words.ts";
import type { Parts } from "./node.ts";

/** More roles than these are not listed in a tooltip. */
const MOST_LISTED = 20;

export function machineNode(clan: Clan, index: number): Parts {
  const machine = clan.machines[index];
  if (!machine) {
    return { kind: "machine", key: String(index), label: "?" };
  }
  const roles = relationsOf(clan).roles[index] ?? [];
  const size = roles.length === 0 && !machine.open ? "no roles" : count(roles.length, "role", machine.open);
  return {
    kind: "machine",
    key: machine.name,
    label: machine.name,
    name: machine.name,
    description: machine.class === "darwin" ? `darwin, ${size}` : size,
    spot: spotOf(clan, machine.at[0]?.name),
    tooltip: () => tooltip(clan, machine, roles),
    below: () => [...roles.map((it) => roleNode(clan, machine, it)), ...tagNodes(clan, machine)],
  };
}

/** What a machine gets is written where the role names it or its tag. */
function roleNode(clan: Clan, machine: Machine, { instance, role }: RoleOf): Parts {
  const why = reasons(clan, machine, role);
  return {
    kind: "role",
    key: `role ${instance.name}.${role.name}`,
    label: `${instance.name}.${role.name}`,
    description: why.map(through).join(", "),
    spot: spotOf(clan, why[0]?.use.at),
    name: role.name,
    tooltip: () => instance.description ?? "",
    below: () => why.flatMap((reason) => placesOf(clan, machine, reason)),
  };
}

/** Through what a machine has a role. */
export function through(reason: Reason): string {
  return reason.by === "name" ? "by name" : `tag ${reason.use.name}`;
}

function placesOf(clan: Clan, machine: Machine, reason: Reason): Parts[] {
  const { name, at } = reason.use;
  const named = placeNode(clan, `the role names ${name}`, at);
  if (reason.by === "name" || !reason.carried) {
    return [named];
  }
  return [named, placeNode(clan, `${machine.name} carries ${name}`, reason.carried)];
}

function placeNode(clan: Clan, label: string, at: Reason["use"]["at"]): Parts {
  const spot = spotOf(clan, at);
  return { kind: "place", key: label, label, description: spot && shortOf(spot), spot };
}

/** Each tag once, also one that is given in several places; none that every machine of its class has. */
function tagNodes(clan: Clan, machine: Machine): Parts[] {
  const places = new Map<number, Parts>();
  for (const { tag: index, at } of machine.tags) {
    const tag = clan.tags[index];
    const spot = spotOf(clan, at);
    if (tag && (spot || !tag.builtIn) && !places.get(index)?.spot) {
      const { name } = tag;
      places.set(index, { kind: "tag", key: `tag ${name}`, label: name, name, spot });
    }
  }
  return [...places.values()];
}

function tooltip(clan: Clan, machine: Machine, roles: RoleOf[]): string {
  const at = machine.at.flatMap(({ name }) => spotOf(clan, name) ?? []);
  const title = `**${escaped(machine.name)}** ${machine.class ?? ""} ${at.map((it) => linkTo(it)).join(", ")}`;
  const listed = roles.slice(0, MOST_LISTED).map(({ instance, role }) => {
    const why = reasons(clan, machine, role).map(through).join(", ");
    return `| ${escaped(`${instance.name} ${role.name}`)} | ${escaped(why)} |`;
  });
  const table = listed.length > 0 ? ["| role | through |", "|---|---|", ...listed].join("\n") : "";
  const more = roles.length - listed.length;
  return [title, table, more > 0 ? `and ${more} more` : ""].filter((it) => it !== "").join("\n\n");
}
