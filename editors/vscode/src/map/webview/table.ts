// The table: as much of it as can be seen, whatever its size.

import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";
import { html, nothing, render, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

import { count } from "../../fleet/words.ts";
import { keyOf } from "../model/grid.ts";
import { SIZES } from "../model/layout.ts";
import { type Extent, type Position } from "../model/moves.ts";
import { cell, columnHead, rowHead } from "./cells.ts";
import { type Box, placed } from "./place.ts";
import type { Shown } from "./state.ts";

type Lines = Virtualizer<HTMLElement, HTMLElement>;

/** The strip that says that there may be more. */
const MORE = 26;

export class Table {
  readonly element: HTMLElement = document.createElement("div");
  private readonly rows: Lines;
  private readonly columns: Lines;
  private shown: Shown | undefined;
  private focus: Position = { row: -1, column: -1 };

  constructor(scrolled: () => void, scroll: { left: number; top: number }) {
    this.element.className = "table";
    const common = { onChange: scrolled, getScrollElement: () => this.element };
    this.rows = new Virtualizer({ ...common, ...NONE, initialOffset: scroll.top });
    this.columns = new Virtualizer({
      ...common,
      ...NONE,
      horizontal: true,
      initialOffset: scroll.left,
    });
  }

  /** Shows what there is, with the focus at a place. Draws nothing yet. */
  use(shown: Shown | undefined, focus: Position): void {
    const anew = shown?.layout !== this.shown?.layout || shown?.view !== this.shown?.view;
    this.shown = shown;
    this.focus = focus;
    const { view, layout } = shown ?? {};
    const size = (index: number) => layout?.widths[view?.columns[index] ?? -1] ?? 0;
    set(this.rows, view?.rows.length ?? 0, () => SIZES.row, layout?.head ?? 0, focus.row);
    set(this.columns, view?.columns.length ?? 0, size, layout?.side ?? 0, focus.column);
    if (anew) {
      this.rows.measure();
      this.columns.measure();
    }
  }

  draw(): void {
    const { shown } = this;
    if (shown) {
      this.attach(shown);
      render(this.template(shown), this.element);
    } else {
      render(nothing, this.element);
    }
  }

  /** Scrolls as far as it takes to see the focus, and gives it to the cell. */
  reveal(): void {
    const { row, column } = this.focus;
    if (row >= 0) {
      this.rows.scrollToIndex(row, { align: "auto" });
    }
    if (column >= 0) {
      this.columns.scrollToIndex(column, { align: "auto" });
    }
    this.takeFocus();
  }

  /** Gives the focus back to the cell that had it, if that was drawn anew. */
  takeFocus(): void {
    this.find(this.focus)?.focus({ preventScroll: true });
  }

  find({ row, column }: Position): HTMLElement | null {
    return this.element.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  }

  /** Marks the column that the pointer is in. */
  point(column: number): void {
    const { start, size } = this.columns.getVirtualItems().find(({ index }) => index === column) ?? {};
    this.element.style.setProperty("--pointed", `${start ?? 0}px`);
    this.element.style.setProperty("--pointed-width", `${size ?? 0}px`);
  }

  get extent(): Extent {
    const { view, layout } = this.shown ?? {};
    const height = this.element.clientHeight - (layout?.head ?? 0);
    return {
      rows: view?.rows.length ?? 0,
      columns: view?.columns.length ?? 0,
      page: Math.max(1, Math.floor(height / SIZES.row) - 1),
    };
  }

  /** Gives the table its size before it is scrolled to where it was. */
  private attach({ layout }: Shown): void {
    if (!this.rows.scrollElement) {
      render(html`<div class="sizer" ${placed(this.size())}></div>`, this.element);
    }
    this.element.style.setProperty("--head", `${layout.head}px`);
    this.element.style.setProperty("--side", `${layout.side}px`);
    this.rows._willUpdate();
    this.columns._willUpdate();
  }

  private size(): Box {
    const { machinesOpen, instancesOpen } = this.shown?.grid.clan ?? {};
    const width = this.columns.getTotalSize() + (instancesOpen ? MORE : 0);
    const height = this.rows.getTotalSize() + (machinesOpen ? MORE : 0);
    return { width, height };
  }

  private template(shown: Shown): TemplateResult {
    const { grid, view, layout } = shown;
    this.element.dataset["fit"] = layout.fit;
    const { rows, columns } = this.extent;
    return html`<div class="sizer" role="grid" aria-label="Machines and their roles" ${placed(this.size())}
      aria-rowcount=${rows + 1} aria-colcount=${columns + 1}>
      <div class="column-mark" aria-hidden="true"></div>
      <div role="row" class="heads" aria-rowindex="1">${this.corner(shown)}${this.heads(shown)}${
        grid.clan.instancesOpen
          ? html`<div class="more-columns" aria-hidden="true" ${placed({ left: this.columns.getTotalSize() })}
              title="There may be further instances."><span>?</span></div>`
          : nothing
      }</div>
      ${repeat(
        this.rows.getVirtualItems(),
        ({ index }) => keyOf(grid.rows[view.rows[index] ?? -1]),
        ({ index, start }) => this.row(shown, index, start),
      )}
      ${
        grid.clan.machinesOpen
          ? html`<div class="more-rows" aria-hidden="true" ${placed({ top: this.rows.getTotalSize() })}>
              <span>? There may be further machines</span></div>`
          : nothing
      }
    </div>`;
  }

  private corner({ grid, view }: Shown): TemplateResult {
    const machines = view.rows.filter((row) => grid.rows[row]?.kind === "machine").length;
    const focused = this.focus.row < 0 && this.focus.column < 0;
    return html`<div role="columnheader" class="corner" tabindex=${focused ? 0 : -1} aria-colindex="1"
      data-row="-1" data-column="-1"><span>${count(machines, "machine")}${orMore(grid.clan.machinesOpen)}</span><span class="service"
      >${count(view.columns.length, "instance")}${orMore(grid.clan.instancesOpen)}</span></div>`;
  }

  private heads({ grid, view }: Shown): unknown {
    return repeat(
      this.columns.getVirtualItems(),
      ({ index }) => grid.columns[view.columns[index] ?? -1]?.name,
      ({ index, start, size }) => {
        const column = grid.columns[view.columns[index] ?? -1];
        return column
          ? columnHead(column, { ...this.at(-1, index), start, size })
          : nothing;
      },
    );
  }

  private row(shown: Shown, at: number, top: number): unknown {
    const { grid, view } = shown;
    const index = view.rows[at] ?? -1;
    const row = grid.rows[index];
    if (!row) {
      return nothing;
    }
    const kind = row.kind === "machine" ? "row" : row.certain ? "row missing" : "row perhaps";
    return html`<div role="row" class=${kind} aria-rowindex=${at + 2} ${placed({ top })}>${rowHead(
      shown,
      row,
      { ...this.at(at, -1), start: 0, size: 0 },
    )}${repeat(
      this.columns.getVirtualItems(),
      (item) => grid.columns[view.columns[item.index] ?? -1]?.name,
      ({ index: column, start, size }) =>
        cell(shown, index, view.columns[column] ?? -1, { ...this.at(at, column), start, size }),
    )}</div>`;
  }

  private at(row: number, column: number) {
    return { row, column, focused: row === this.focus.row && column === this.focus.column };
  }
}

function orMore(open: boolean): string {
  return open ? " or more" : "";
}

const NONE = {
  count: 0,
  estimateSize: () => 0,
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
};

/** Tells how many lines there are, how wide, and that the one with the focus is always drawn. */
function set(
  lines: Lines,
  count: number,
  estimateSize: (index: number) => number,
  padding: number,
  focus: number,
): void {
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    ...lines.options,
    count,
    estimateSize,
    overscan: 2,
    paddingStart: padding,
    scrollPaddingStart: padding,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const inside = focus < 0 || focus >= count || shown.includes(focus);
      return inside ? shown : [...shown, focus].sort((a, b) => a - b);
    },
  };
  lines.setOptions(options);
}
