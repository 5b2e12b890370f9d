// A node of the tree, without VS Code: what it is called, what it leads to, what is below it.

import type { Spot } from "../fleet/spot.ts";

export type Kind =
  | "clan"
  | "group"
  | "machine"
  | "instance"
  | "role"
  | "tag"
  | "place"
  | "nobody"
  | "unknown";

/** What a node is made of. */
export interface Parts {
  kind: Kind;
  /** What tells it from the others below its parent, in this state and the next ones. */
  key: string;
  label: string;
  description?: string | undefined;
  /** Where it is written. */
  spot?: Spot | undefined;
  /** The name in the source, of what has one there that can be renamed. */
  name?: string | undefined;
  /** Shown with its children at first? */
  isOpen?: boolean;
  /** In Markdown; worked out when it is shown. */
  tooltip?: () => string;
  /** Worked out when they are shown. */
  below?: () => Parts[];
}

export interface Node extends Parts {
  id: string;
  parent: Node | undefined;
  children(): Node[];
}

/** Nodes of what stands below a node, or at the top. */
export function nodesOf(all: Parts[], parent?: Node): Node[] {
  const taken = new Set<string>();
  return all.map((parts) => {
    const id = freeId(idOf([parts.key], parent?.id), taken);
    let children: Node[] | undefined;
    const node: Node = {
      ...parts,
      id,
      parent,
      children: () => (children ??= nodesOf(parts.below?.() ?? [], node)),
    };
    return node;
  });
}

/** The id of the node at the end of a way of keys, from another node or from the top. */
export function idOf(way: string[], from = ""): string {
  return [from, ...way].join("/");
}

/** VS Code shows nothing at all where two nodes have one id, and a role may name a tag twice. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let more = 2; taken.has(id); more += 1) {
    id = `${wanted}#${more}`;
  }
  taken.add(id);
  return id;
}

/** The node at the end of a way from the top, by keys; or the last one on it. */
export function walk(tops: Node[], way: string[]): Node | undefined {
  let [found, below]: [Node | undefined, Node[]] = [undefined, tops];
  for (const key of way) {
    const next = below.find((node) => node.key === key);
    if (!next) {
      return found;
    }
    [found, below] = [next, next.children()];
  }
  return found;
}
