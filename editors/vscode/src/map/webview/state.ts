// What the page shows: the clan and all that follows from it, each computed only when its cause has changed.

import type { Clan, Fleet } from "../../fleet/protocol.ts";
import { type Colours, coloursOf } from "../model/colours.ts";
import { type Grid, gridOf, keyOf } from "../model/grid.ts";
import { type Layout, layoutOf, type Measure } from "../model/layout.ts";
import type { Position } from "../model/moves.ts";
import { parse } from "../model/query.ts";
import { type View, viewOf } from "../model/view.ts";
import type { Kept } from "./host.ts";

/** A clan, as it is shown. */
export interface Shown {
  grid: Grid;
  colours: Colours;
  view: View;
  layout: Layout;
}

export class State {
  fleet: Fleet | undefined;
  kept: Kept;
  /** How wide the table may be. */
  room = 0;
  measure: Measure;
  shown: Shown | undefined;

  constructor(kept: Kept, measure: Measure) {
    this.kept = kept;
    this.measure = measure;
  }

  get clan(): Clan | undefined {
    const clans = this.fleet?.clans ?? [];
    return clans.find(({ root }) => root === this.kept.clan) ?? clans[0];
  }

  /** Takes a new state of the fleet, or another clan of it. */
  use(fleet: Fleet | undefined): void {
    this.fleet = fleet;
    const clan = this.clan;
    if (!clan) {
      this.shown = undefined;
      return;
    }
    const grid = gridOf(clan);
    this.show(grid, coloursOf(grid));
  }

  /** Looks for something else, or in another order. */
  change(kept: Partial<Kept>): void {
    this.kept = { ...this.kept, ...kept };
    if ("clan" in kept) {
      this.use(this.fleet);
    } else if (this.shown) {
      this.show(this.shown.grid, this.shown.colours);
    }
  }

  /** Takes another width. */
  resize(room: number): void {
    this.room = room;
    if (this.shown) {
      const { grid, view } = this.shown;
      const layout = layoutOf(grid, view, this.kept.fit, room, this.measure);
      this.shown = { ...this.shown, layout };
    }
  }

  /** Where the focus is: on what has the kept names, or else on the heads. */
  get focus(): Position {
    if (!this.shown) {
      return { row: -1, column: -1 };
    }
    const { grid, view } = this.shown;
    const { row, column } = this.kept.focus;
    return {
      row: row === "" ? -1 : view.rows.findIndex((it) => keyOf(grid.rows[it]) === row),
      column: column === "" ? -1 : view.columns.findIndex((it) => grid.columns[it]?.name === column),
    };
  }

  /** The index in the grid, of a position on the page. */
  at({ row, column }: Position): Position {
    const view = this.shown?.view;
    return { row: view?.rows[row] ?? -1, column: view?.columns[column] ?? -1 };
  }

  /** Keeps the names of a position. */
  focusOn(position: Position): void {
    const { row, column } = this.at(position);
    const grid = this.shown?.grid;
    const focus = { row: keyOf(grid?.rows[row]), column: grid?.columns[column]?.name ?? "" };
    this.kept = { ...this.kept, focus };
  }

  private show(grid: Grid, colours: Colours): void {
    const { query, sort, hideEmpty, fit } = this.kept;
    const view = viewOf(grid, { terms: parse(query), sort, hideEmpty });
    const layout = layoutOf(grid, view, fit, this.room, this.measure);
    this.shown = { grid, colours, view, layout };
  }
}
