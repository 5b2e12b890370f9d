// Which node a cursor stands in: the narrowest of all that is written around it.

import type { Clan, Fleet, Place } from "../fleet/protocol.ts";
import { type Spot, holds, isNarrower, spotOf } from "../fleet/spot.ts";
import { wayTo } from "./fleet.ts";

/** A place, and the way from a clan's groups to the node that is written there. */
interface Written {
  spot: Spot;
  way: string[];
}

const known = new WeakMap<Clan, Map<string, Written[]>>();

/** The way from the tree's top to what is written at a place, by keys. */
export function wayAt(fleet: Fleet, uri: string, line: number, character: number): string[] | undefined {
  for (const clan of fleet.clans) {
    const around = writtenIn(clan, uri).filter(({ spot }) => holds(spot, line, character));
    const [first, ...others] = around;
    if (first) {
      const { way } = others.reduce((best, it) => (isNarrower(it.spot, best.spot) ? it : best), first);
      return [...wayTo(fleet, clan), ...way];
    }
  }
  return undefined;
}

/** All that is written in a file. Found once for each state, for the cursor moves more often than that changes. */
function writtenIn(clan: Clan, uri: string): Written[] {
  let files = known.get(clan);
  if (!files) {
    files = new Map();
    for (const written of allWritten(clan)) {
      const before = files.get(written.spot.uri) ?? [];
      before.push(written);
      files.set(written.spot.uri, before);
    }
    known.set(clan, files);
  }
  return files.get(uri) ?? [];
}

/** Of two things that are written in one place, the first is meant: a machine's tag rather than the tag. */
function* allWritten(clan: Clan): Generator<Written> {
  const at = function* (place: Place | null, ...way: string[]): Generator<Written> {
    const spot = spotOf(clan, place);
    if (spot) {
      yield { spot, way };
    }
  };
  for (const { name, at: defined, tags } of clan.machines) {
    for (const { whole } of defined) yield* at(whole, "Machines", name);
    for (const { tag, at: given } of tags) {
      yield* at(given, "Machines", name, `tag ${clan.tags[tag]?.name}`);
    }
  }
  for (const { name, at: defined, roles } of clan.instances) {
    for (const { whole } of defined) yield* at(whole, "Instances", name);
    for (const role of roles) {
      const way = ["Instances", name, role.name];
      for (const { whole } of role.at) yield* at(whole, ...way);
      for (const use of role.tags) yield* at(use.at, ...way, `tag ${use.name}`);
      for (const use of role.machines) yield* at(use.at, ...way, `machine ${use.name}`);
    }
  }
  for (const { name, at: places } of clan.tags) {
    for (const place of places) yield* at(place, "Tags", name);
  }
}
