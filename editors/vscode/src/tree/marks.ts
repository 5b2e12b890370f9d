// Which nodes something is wrong in.

import type { Fleet } from "../fleet/protocol.ts";
import type { Count } from "../status/status.ts";
import { wayAt } from "./cursor.ts";
import { idOf } from "./node.ts";

/** Where something is wrong. */
export interface Mistake {
  uri: string;
  line: number;
  character: number;
  isError: boolean;
}

/** More mistakes than these are not looked for in the tree: nobody mends them one by one. */
const MOST = 500;

/** How much is wrong in a node and below it, by the node's id. */
export function marksOf(fleet: Fleet, mistakes: Mistake[]): Map<string, Count> {
  const marks = new Map<string, Count>();
  for (const { uri, line, character, isError } of mistakes.slice(0, MOST)) {
    const way = wayAt(fleet, uri, line, character) ?? [];
    way.forEach((_, last) => {
      const id = idOf(way.slice(0, last + 1));
      const { errors, warnings } = marks.get(id) ?? { errors: 0, warnings: 0 };
      marks.set(id, isError ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
    });
  }
  return marks;
}
