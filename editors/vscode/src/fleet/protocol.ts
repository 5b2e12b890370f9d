// What the server tells of a fleet, as `server/inventory-ls/PROTOCOL.md` describes it.

export const FLEET = "inventory-ls/fleet";
export const FLEET_CHANGED = "inventory-ls/fleetChanged";

export interface Fleet {
  format: 1;
  clans: Clan[];
  /** Only where there is no clan: why, and what to do. */
  why?: string;
}

export interface Clan {
  name: string | null;
  /** The URI of its folder. */
  root: string;
  /** The URI of the file that it begins in. */
  entry: string;
  /** The URIs that places point into. */
  files: string[];
  machines: Machine[];
  tags: Tag[];
  instances: Instance[];
  /** May there be further machines? */
  machinesOpen: boolean;
  /** May there be further instances? */
  instancesOpen: boolean;
  /** What could not be followed. */
  unknown: { path: string; why: string; at: Place }[];
}

export interface Machine {
  name: string;
  class: "nixos" | "darwin" | null;
  /** The tags it carries, by their index, and where that is said. */
  tags: { tag: number; at: Place | null }[];
  at: Definition[];
  /** May it carry further tags? */
  open: boolean;
}

export interface Tag {
  name: string;
  builtIn: boolean;
  /** Who carries it, by their index. */
  machines: number[];
  at: Place[];
}

export interface Instance {
  name: string;
  module: { name: string | null; input: string | null };
  description: string | null;
  roles: Role[];
  at: Definition[];
  /** May it have further roles? */
  open: boolean;
}

export interface Role {
  name: string;
  machines: Use[];
  tags: Use[];
  /** The machines that these come down to, by their index, in order. */
  members: number[];
  at: Definition[];
  /** May it have further members? */
  open: boolean;
}

/** The name of a machine or a tag, which may not exist, where a role names it. */
export interface Use {
  name: string;
  at: Place;
}

/** Where a name is defined, and the whole binding around it. */
export interface Definition {
  name: Place;
  whole: Place;
}

/** The index of a file; then the line and the character where it starts, and where it ends. */
export type Place = [number, number, number, number, number];
