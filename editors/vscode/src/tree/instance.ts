// An instance in the tree: its roles, what each names, and the machines that this comes down to.

import type { Clan, Instance, Role, Use } from "../fleet/protocol.ts";
import { relationsOf } from "../fleet/relations.ts";
import { linkTo, spotOf } from "../fleet/spot.ts";
import { count, escaped } from "../fleet/words.ts";
import type { Parts } from "./node.ts";

export function instanceNode(clan: Clan, instance: Instance): Parts {
  const { name, module } = instance;
  const service = module.name ?? "";
  return {
    kind: "instance",
    key: name,
    label: name,
    name,
    // Most are called as their service is.
    description: service === name ? undefined : service,
    spot: spotOf(clan, instance.at[0]?.name),
    tooltip: () => tooltip(clan, instance),
    below: () => instance.roles.map((role) => roleNode(clan, role)),
  };
}

function roleNode(clan: Clan, role: Role): Parts {
  const nobody = role.members.length === 0 && !role.open;
  return {
    kind: "role",
    key: role.name,
    label: role.name,
    name: role.name,
    description: nobody ? "nobody" : count(role.members.length, "machine", role.open),
    spot: spotOf(clan, role.at[0]?.name),
    below: () => [
      ...role.tags.map((use) => tagNode(clan, use)),
      ...role.machines.map((use) => machineNode(clan, use)),
    ],
  };
}

/** A tag that a role names, with its machines below. */
function tagNode(clan: Clan, { name, at }: Use): Parts {
  const carriers = clan.tags.find((tag) => tag.name === name)?.machines ?? [];
  const [key, spot] = [`tag ${name}`, spotOf(clan, at)];
  const { hasOpenTags } = relationsOf(clan);
  if (carriers.length === 0 && !hasOpenTags) {
    return { kind: "nobody", key, label: name, name, description: "no machine carries it", spot };
  }
  return {
    kind: "tag",
    key,
    label: name,
    name,
    description: count(carriers.length, "machine", hasOpenTags),
    spot,
    below: () => carriers.flatMap((index) => carrier(clan, index) ?? []),
  };
}

/** A machine behind a tag leads to its own definition. */
function carrier(clan: Clan, index: number): Parts | undefined {
  const machine = clan.machines[index];
  if (!machine) {
    return undefined;
  }
  const { name } = machine;
  return { kind: "machine", key: name, label: name, name, spot: spotOf(clan, machine.at[0]?.name) };
}

/** A machine that a role names. */
function machineNode(clan: Clan, { name, at }: Use): Parts {
  const isKnown = clan.machinesOpen || clan.machines.some((machine) => machine.name === name);
  return {
    kind: isKnown ? "machine" : "nobody",
    key: `machine ${name}`,
    label: name,
    name,
    description: isKnown ? "by name" : "there is no such machine",
    spot: spotOf(clan, at),
  };
}

function tooltip(clan: Clan, { name, module, description, at }: Instance): string {
  const places = at.flatMap((it) => spotOf(clan, it.name) ?? []).map((it) => linkTo(it));
  const from = module.input === null ? "" : ` from ${escaped(module.input)}`;
  const service = module.name === null ? "" : `service ${escaped(module.name)}${from}`;
  const title = `**${escaped(name)}** ${places.join(", ")}`;
  const paragraphs = [title, service, description === null ? "" : escaped(description)];
  return paragraphs.filter((it) => it !== "").join("\n\n");
}
