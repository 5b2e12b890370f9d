// What stands in the table: heads, cells, roles and tags.

import { html, nothing, type TemplateResult } from "lit-html";

import { type Colour, colourOf, TEXTURES } from "../model/colours.ts";
import { type Column, isProblem, type RoleColumn, reasons, type Row } from "../model/grid.ts";
import { ownTags } from "../model/view.ts";
import { how, missing, system } from "../model/text.ts";
import { DARWIN, NIXOS, PROBLEM } from "./icons.ts";
import { placed } from "./place.ts";
import type { Shown } from "./state.ts";

/** Where something stands: by its position on the page, and in pixels. */
export interface Place {
  row: number;
  column: number;
  start: number;
  size: number;
  focused: boolean;
}

/** The head of a column. */
export function columnHead(column: Column, place: Place): TemplateResult {
  const { name, service, instance } = column;
  return html`<div role="columnheader" class="head" tabindex=${tabindex(place)}
      aria-colindex=${place.column + 2} data-row="-1" data-column=${place.column} ${across(place)}>
    <span class="lines"><span class="name">${name}${instance.open ? html`<i class="more">?</i>` : nothing}</span
    >${service ? html`<span class="service">${service}</span>` : nothing}</span></div>`;
}

/** The head of a row. */
export function rowHead(shown: Shown, row: Row, place: Place): TemplateResult {
  return html`<div role="rowheader" class="side" tabindex=${tabindex(place)} aria-colindex="1"
      data-row=${place.row} data-column="-1">${icon(row)}<span class="name">${row.name}</span
    >${row.kind === "missing" ? html`<span class="why">${missing(row)}</span>` : chips(shown, row)}</div>`;
}

function chips(shown: Shown, row: Row & { kind: "machine" }): TemplateResult {
  const more = row.machine.open ? html`<i class="more">?</i>` : nothing;
  return html`<span class="chips">${ownTags(shown.grid, row).map((tag) => chip(shown, tag))}${more}</span>`;
}

/** A cell: the roles that a row has of an instance. */
export function cell(shown: Shown, row: number, column: number, place: Place): TemplateResult {
  const { roles, instance } = shown.grid.columns[column] ?? { roles: [], instance: undefined };
  const own = roles.filter((role) => role.has[row]);
  const open = own.length === 0 && (instance?.open || roles.some(({ role }) => role.open));
  return html`<div role="gridcell" class=${open ? "cell open" : "cell"} tabindex=${tabindex(place)}
      aria-colindex=${place.column + 2} data-row=${place.row} data-column=${place.column}
      ${across(place)}>${own.map((role) => badge(shown, row, role))}</div>`;
}

/** A role's name, with a mark for each reason why the row has it. */
function badge(shown: Shown, row: number, role: RoleColumn): TemplateResult {
  const why = reasons(shown.grid, role, row);
  const problem = isProblem(shown.grid.rows[row]);
  const colours = why.map(({ tag }) => colourOf(shown.colours, tag));
  const ground = problem ? "problem" : hue(colours[0]);
  const faint = shown.view.fits(row, role) ? "" : " faint";
  const marks = colours.length > 0 ? colours : [undefined];
  const label = `${role.role.name} ${why.map(how).join(" and ")}`;
  return html`<span class="badge ${ground}${faint}" role="img" aria-label=${label} data-role=${role.role.name}
    ><span class="marks">${marks.map((it) => html`<i class=${problem ? "problem" : mark(it)}></i>`)}</span
    ><span class="label">${shown.layout.label(role)}</span></span>`;
}

function chip({ colours }: Shown, tag: string): TemplateResult {
  const colour = colours.get(tag);
  return html`<span class="chip ${colour ? hue(colour) : "plain"}" data-tag=${tag}>${tag}</span>`;
}

/** The class of a colour. */
export function hue(colour: Colour | undefined): string {
  return colour && colour.hue >= 0 ? `hue${colour.hue}` : "direct";
}

/** The class of a mark in a colour. */
export function mark(colour: Colour | undefined): string {
  return `${hue(colour)} ${TEXTURES[colour?.texture ?? 0] ?? ""}`;
}

function icon(row: Row): TemplateResult {
  if (row.kind === "missing") {
    return html`<span class="kind ${isProblem(row) ? "warning" : ""}">${PROBLEM}</span>`;
  }
  const drawing = { nixos: NIXOS, darwin: DARWIN }[row.machine.class ?? "nixos"];
  const known = row.machine.class !== null;
  return html`<span class="kind" title=${system(row.machine.class)}>${known ? drawing : nothing}</span>`;
}

function tabindex({ focused }: Place): number {
  return focused ? 0 : -1;
}

function across({ start, size }: Place) {
  return placed({ left: start, width: size });
}
