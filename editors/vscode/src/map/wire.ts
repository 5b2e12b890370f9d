// What the extension and the page of the map tell each other.

import type { Spot } from "../fleet/spot.ts";
import type { PackedFleet } from "./model/pack.ts";

/** To the page. */
export type ToPage =
  /** `undefined`: no server has answered yet. */
  { type: "fleet"; fleet: PackedFleet | undefined } | { type: "export" };

/** From the page. */
export type FromPage =
  /** It listens. */
  | { type: "ready" }
  /** Goes to one of these places. */
  | { type: "open"; title: string; links: PlaceLink[] }
  | { type: "save"; name: string; svg: string };

/** A place to go to, and what is there. */
export interface PlaceLink extends Spot {
  label: string;
}
