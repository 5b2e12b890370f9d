// The top of the tree: a clan's machines, instances and tags; where there are several clans, one level deeper.

import type { Clan, Fleet } from "../fleet/protocol.ts";
import { relationsOf } from "../fleet/relations.ts";
import { spotOf } from "../fleet/spot.ts";
import { count, lastOf, nameOf } from "../fleet/words.ts";
import { instanceNode } from "./instance.ts";
import { machineNode } from "./machine.ts";
import { type Node, type Parts, nodesOf } from "./node.ts";
import { tagNode } from "./tag.ts";

/** A group of more than these is closed at first. */
const MOST_OPEN = 50;

export function treeOf(fleet: Fleet): Node[] {
  const [first, ...others] = fleet.clans;
  if (first && others.length === 0) {
    return nodesOf(groups(first));
  }
  return nodesOf(fleet.clans.map(clanNode));
}

/** The way from the top to a clan's groups. */
export function wayTo(fleet: Fleet, clan: Clan): string[] {
  return fleet.clans.length > 1 ? [clan.root] : [];
}

function clanNode(clan: Clan): Parts {
  const size = count(clan.machines.length, "machine", clan.machinesOpen);
  const folder = lastOf(clan.root);
  return {
    kind: "clan",
    key: clan.root,
    label: nameOf(clan),
    description: folder === nameOf(clan) ? size : `${folder}, ${size}`,
    spot: { uri: clan.entry, range: [0, 0, 0, 0] },
    below: () => groups(clan),
  };
}

function groups(clan: Clan): Parts[] {
  const tags = clan.tags.map((tag, index) => ({ tag, index }));
  // What Clan brings is the same everywhere: it comes last.
  const own = [...tags.filter(({ tag }) => !tag.builtIn), ...tags.filter(({ tag }) => tag.builtIn)];
  const { machines, machinesOpen, instances, instancesOpen } = clan;
  const all = [
    group("Machines", machines.length, machinesOpen, () =>
      machines.map((_, index) => machineNode(clan, index)),
    ),
    group("Instances", instances.length, instancesOpen, () =>
      instances.map((instance) => instanceNode(clan, instance)),
    ),
    group("Tags", tags.length, relationsOf(clan).hasOpenTags, () => own.map(({ tag }) => tagNode(clan, tag))),
  ];
  return clan.unknown.length > 0 ? [...all, unknown(clan)] : all;
}

function group(label: string, size: number, isOpen: boolean, below: () => Parts[]): Parts {
  return {
    kind: "group",
    key: label,
    label,
    description: isOpen ? (size > 0 ? `at least ${size}` : "perhaps some") : String(size),
    isOpen: label !== "Tags" && size <= MOST_OPEN,
    below,
  };
}

/** What could not be followed, so that all the others may be more than they seem. */
function unknown(clan: Clan): Parts {
  const below = () =>
    clan.unknown.map(({ path, why, at }): Parts => {
      const spot = spotOf(clan, at);
      return { kind: "unknown", key: path, label: path, description: why, spot };
    });
  const [label, description] = ["Not Followed", String(clan.unknown.length)];
  return { kind: "group", key: label, label, description, below };
}
