// A place in a file, by the file's own address.

import type { Clan, Place } from "./protocol.ts";
import { escaped, lastOf } from "./words.ts";

export interface Spot {
  uri: string;
  /** Start line and character, end line and character, from zero. */
  range: [number, number, number, number];
}

/** Nothing where there is no place, or of a file that the state does not have. */
export function spotOf(clan: Clan, place: Place | null | undefined): Spot | undefined {
  const uri = place ? clan.files[place[0]] : undefined;
  if (!place || uri === undefined) {
    return undefined;
  }
  const [, ...range] = place;
  return { uri, range };
}

/** Does a cursor in or right behind it belong to it? */
export function holds({ range }: Spot, line: number, character: number): boolean {
  const [startLine, startCharacter, endLine, endCharacter] = range;
  const isBefore = line < startLine || (line === startLine && character < startCharacter);
  const isBehind = line > endLine || (line === endLine && character > endCharacter);
  return !isBefore && !isBehind;
}

/** Is the first place smaller than the second, where both hold one cursor? */
export function isNarrower({ range: a }: Spot, { range: b }: Spot): boolean {
  const [lines, others] = [a[2] - a[0], b[2] - b[0]];
  return lines < others || (lines === others && a[3] - a[1] < b[3] - b[1]);
}

/** The file's name and the line, from one. */
export function shortOf({ uri, range }: Spot): string {
  return `${lastOf(uri)}:${range[0] + 1}`;
}

/** A link to it in Markdown. */
export function linkTo(spot: Spot, text = shortOf(spot)): string {
  return `[${escaped(text)}](${spot.uri}#L${spot.range[0] + 1})`;
}
