// A tag in the tree: the machines that carry it, then the roles that name it.

import type { Clan, Tag } from "../fleet/protocol.ts";
import { type UseBy, relationsOf } from "../fleet/relations.ts";
import { shortOf, spotOf } from "../fleet/spot.ts";
import { count } from "../fleet/words.ts";
import type { Parts } from "./node.ts";

export function tagNode(clan: Clan, tag: Tag): Parts {
  const { name } = tag;
  const { hasOpenTags, uses: all } = relationsOf(clan);
  const size = count(tag.machines.length, "machine", hasOpenTags);
  const uses = all.get(name) ?? [];
  return {
    kind: "tag",
    key: name,
    label: name,
    name,
    description: [size, ...(tag.builtIn ? ["built in"] : []), ...(uses.length === 0 ? ["unused"] : [])].join(", "),
    spot: spotOf(clan, tag.at[0] ?? uses[0]?.use.at),
    below: () => [
      ...tag.machines.flatMap((index) => carrierNode(clan, tag, index) ?? []),
      ...uses.map((use) => useNode(clan, use)),
    ],
  };
}

/** Leads to where the machine is given the tag. */
function carrierNode(clan: Clan, tag: Tag, index: number): Parts | undefined {
  const machine = clan.machines[index];
  if (!machine) {
    return undefined;
  }
  const given = machine.tags.find((it) => clan.tags[it.tag] === tag && it.at !== null);
  const spot = spotOf(clan, given?.at ?? machine.at[0]?.name);
  const { name } = machine;
  // The name at that place is the tag's.
  const renamed = given ? undefined : name;
  return { kind: "machine", key: `machine ${name}`, label: name, name: renamed, spot };
}

/** Leads to where the role names the tag. */
function useNode(clan: Clan, { instance, role, use }: UseBy): Parts {
  const spot = spotOf(clan, use.at);
  const label = `${instance.name}.${role.name}`;
  return { kind: "role", key: `role ${label}`, label, description: spot && shortOf(spot), spot };
}
