// VS Code around the page.

import type { FromPage, ToPage } from "../wire.ts";
import { FITS, type Fit } from "../model/layout.ts";
import type { Sort } from "../model/view.ts";

/** What outlives the page: it is closed whenever it is out of sight. */
export interface Kept {
  /** The clan's folder. */
  clan: string;
  query: string;
  hideEmpty: boolean;
  sort: Sort;
  fit: Fit | "auto";
  /** The names of the row and the column that have the focus; of heads one is empty. */
  focus: { row: string; column: string };
  scroll: { left: number; top: number };
}

interface Api {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();

export function post(message: FromPage): void {
  api.postMessage(message);
}

export function keep(kept: Kept): void {
  api.setState(kept);
}

/** What was kept; a page of an older version may have kept something else. */
export function kept(): Kept {
  const kept = Object(api.getState()) as Partial<Record<keyof Kept, unknown>>;
  const focus = Object(kept.focus) as Partial<Record<"row" | "column", unknown>>;
  const scroll = Object(kept.scroll) as Partial<Record<"left" | "top", unknown>>;
  return {
    clan: text(kept.clan),
    query: text(kept.query),
    hideEmpty: kept.hideEmpty === true,
    sort: kept.sort === "tags" ? "tags" : "name",
    fit: FITS.find((fit) => fit === kept.fit) ?? "auto",
    focus: { row: text(focus.row), column: text(focus.column) },
    scroll: { left: number(scroll.left), top: number(scroll.top) },
  };
}

export function listen(listener: (message: ToPage) => void): void {
  window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => listener(data));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
