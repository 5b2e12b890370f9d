// How things of a fleet are called where a person reads them.

import type { Clan } from "./protocol.ts";

/** `1 machine`, `2 machines`, and `at least 2 machines` where there may be more. */
export function count(number: number, noun: string, isOpen = false): string {
  if (number === 0 && isOpen) {
    return `perhaps some ${noun}s`;
  }
  return `${isOpen ? "at least " : ""}${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A clan without a name is called as its folder is. */
export function nameOf(clan: Clan): string {
  return clan.name ?? lastOf(clan.root);
}

/** The last part of a URI's path. */
export function lastOf(uri: string): string {
  const parts = uri.split("/").filter((part) => part !== "");
  return decoded(parts.at(-1) ?? uri);
}

/** A text of the user's in Markdown, as it is. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, "\\$&").replace(/\s+/g, " ");
}

/** A part of a URI; what is none is taken as it stands. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
