// What stands around the table: the search, the choices, the legend, and what is told below.

import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { count, nameOf } from "../../fleet/words.ts";
import { type Colour, DIRECT } from "../model/colours.ts";
import { has, toggle, via } from "../model/query.ts";
import { hue, mark } from "./cells.ts";
import type { Kept } from "./host.ts";
import { EXPORT, SEARCH } from "./icons.ts";
import type { State } from "./state.ts";

/** What the controls bring about. */
export interface Actions {
  change(kept: Partial<Kept>): void;
  save(): void;
  /** Lists what could not be followed. */
  listUnknown(): void;
  /** Leaves the search for the table. */
  enter(): void;
}

const HINT = "machine, instance, service, role or tag; also role:client, via:backup, is:direct, is:problem";

export function toolbar(state: State, actions: Actions): TemplateResult {
  const { query, hideEmpty, sort, fit } = state.kept;
  return html`<div class="toolbar" role="toolbar" aria-label="The map">
    ${clans(state, actions)}
    <label class="search" title="Search by ${HINT}">${SEARCH}<input type="search" placeholder="Search (/)" spellcheck="false"
      aria-label="Search by ${HINT}" .value=${live(query)}
      @input=${(event: InputEvent) => actions.change({ query: value(event) })}
      @keydown=${(event: KeyboardEvent) => searchKey(event, actions)}></label>
    ${choice("Sort", sort, { name: "by name", tags: "by tags" }, (sort) => actions.change({ sort }))}
    ${choice(
      "Columns",
      fit,
      { auto: "as they fit", wide: "wide", slim: "slim", tiny: "tiny" },
      (fit) => actions.change({ fit }),
    )}
    <label class="check"><input type="checkbox" .checked=${live(hideEmpty)}
      @change=${() => actions.change({ hideEmpty: !hideEmpty })}>Hide empty</label>
    <button class="action" title="Export the map as SVG" aria-label="Export the map as SVG" ?disabled=${!state.shown}
      @click=${() => actions.save()}>${EXPORT}<span>SVG</span></button>
  </div>`;
}

/** The tags in their colours; a click filters by one. */
export function legend(state: State, actions: Actions): TemplateResult | typeof nothing {
  const { query } = state.kept;
  if (!state.shown) {
    return nothing;
  }
  const entry = (name: string, tag: string | null, colour: Colour) => {
    const word = via(tag);
    return html`<button class="entry ${hue(colour)}" aria-pressed=${has(query, word)}
      title=${tag === null ? "Only roles given by a machine's name" : `Only roles given by the tag ${tag}`}
      @click=${() => actions.change({ query: toggle(query, word) })}><i class=${mark(colour)}></i>${name}</button>`;
  };
  return html`<div class="legend" role="group" aria-label="Filter by tag">${entry("by name", null, DIRECT)}${[
    ...state.shown.colours,
  ].map(([tag, colour]) => entry(tag, tag, colour))}</div>`;
}

/** While no cell has the focus. */
const GUIDE = "Arrow keys lead through the map, Enter goes to the text.";

/** What is told of the cell that has the focus, and what the map does not show. */
export function footer(state: State, told: string, actions: Actions): TemplateResult {
  const unknown = state.clan?.unknown ?? [];
  return html`<div class="footer"><span class="details" aria-live="polite" title=${told}>${told || GUIDE}</span>${
    unknown.length > 0
      ? html`<button class="link" @click=${() => actions.listUnknown()}>${count(unknown.length, "part")} not followed</button>`
      : nothing
  }</div>`;
}

/** Why there is no table. */
export function instead(state: State): TemplateResult | typeof nothing {
  if (state.shown) {
    const { rows, columns } = state.shown.view;
    if (rows.length > 0 || columns.length > 0) {
      return nothing;
    }
    return state.kept.query
      ? message("Nothing fits the search.")
      : message("This clan has no machines and no instances yet.");
  }
  return message(state.fleet ? (state.fleet.why ?? "There is no clan here.") : "Waiting for the server…");
}

function message(text: string): TemplateResult {
  return html`<p class="instead" role="status">${text}</p>`;
}

function clans(state: State, actions: Actions): TemplateResult | typeof nothing {
  const clans = state.fleet?.clans ?? [];
  const clan = state.clan;
  if (clans.length < 2 || !clan) {
    return nothing;
  }
  const names = Object.fromEntries(clans.map((it) => [it.root, nameOf(it)]));
  return choice("Clan", clan.root, names, (root) => actions.change({ clan: root }));
}

function choice<T extends string>(
  label: string,
  chosen: T,
  options: Record<T, string>,
  choose: (value: T) => void,
): TemplateResult {
  const values = Object.keys(options) as T[];
  return html`<label class="choice"><span>${label}</span><select
    @change=${(event: Event) => choose(value(event) as T)}>${values.map(
      (it) => html`<option value=${it} .selected=${live(it === chosen)}>${options[it]}</option>`,
    )}</select></label>`;
}

function searchKey(event: KeyboardEvent, actions: Actions): void {
  if (event.key === "ArrowDown" || event.key === "Enter") {
    event.preventDefault();
    actions.enter();
  }
}

function value({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? target.value
    : "";
}
