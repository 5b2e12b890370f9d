// The page: draws what the extension tells, and tells the extension what is asked for.

import { html, render } from "lit-html";

import { spotOf } from "../../fleet/spot.ts";
import { nameOf } from "../../fleet/words.ts";
import { move, type Position } from "../model/moves.ts";
import { unpack } from "../model/pack.ts";
import { svg } from "../model/svg.ts";
import { chosen, tell, type Told } from "../model/text.ts";
import type { ToPage } from "../wire.ts";
import { type Actions, footer, instead, legend, toolbar } from "./controls.ts";
import { type Kept, keep, post } from "./host.ts";
import { measurer, paint } from "./measure.ts";
import { State } from "./state.ts";
import { Table } from "./table.ts";

export class App {
  private readonly root: HTMLElement;
  private readonly state: State;
  private readonly table: Table;
  private scheduled = 0;
  private drawing = false;
  private readonly actions: Actions = {
    change: (kept) => this.change(kept),
    save: () => this.save(),
    listUnknown: () => this.listUnknown(),
    enter: () => this.focusOn(this.firstCell()),
  };

  constructor(root: HTMLElement, kept: Kept) {
    this.root = root;
    this.state = new State(kept, measurer());
    this.table = new Table(() => this.schedule(), kept.scroll);
    this.listen(this.table.element);
    this.draw();
    this.state.resize(this.table.element.clientWidth);
    new ResizeObserver(() => this.resize()).observe(this.table.element);
  }

  receive(message: ToPage): void {
    if (message.type === "export") {
      this.save();
      return;
    }
    performance.mark("fleet-received");
    const focused = this.table.element.contains(document.activeElement);
    this.state.use(message.fleet && unpack(message.fleet));
    this.draw();
    if (focused) {
      this.table.takeFocus();
    }
    requestAnimationFrame(() => setTimeout(() => this.painted()));
  }

  /** What the tests measure: how long it took from a fleet to its picture. */
  private painted(): void {
    performance.measure("fleet-painted", "fleet-received");
  }

  private draw(): void {
    cancelAnimationFrame(this.scheduled);
    this.scheduled = 0;
    this.drawing = true;
    const { state } = this;
    const focus = state.focus;
    this.table.use(state.shown, focus);
    const page = html`${toolbar(state, this.actions)}${legend(state, this.actions)}${instead(state)}${this.table.element}${footer(state, this.told(focus).text, this.actions)}`;
    render(page, this.root);
    this.table.draw();
    this.drawing = false;
  }

  /** Draws with the next frame; what the table tells while it is drawn is in the picture already. */
  private schedule(): void {
    if (!this.drawing) {
      this.scheduled ||= requestAnimationFrame(() => this.draw());
    }
  }

  private change(kept: Partial<Kept>): void {
    this.state.change(kept);
    keep(this.state.kept);
    this.draw();
  }

  private resize(): void {
    this.state.resize(this.table.element.clientWidth);
    this.draw();
  }

  private keepScroll(): void {
    const { scrollLeft: left, scrollTop: top } = this.table.element;
    this.state.kept = { ...this.state.kept, scroll: { left, top } };
    keep(this.state.kept);
  }

  private listen(table: HTMLElement): void {
    document.addEventListener("keydown", (event) => this.pageKey(event));
    table.addEventListener("keydown", (event) => this.tableKey(event));
    table.addEventListener("focusin", ({ target }) => {
      const position = positionOf(target);
      if (position) {
        this.state.focusOn(position);
        keep(this.state.kept);
        this.schedule();
      }
    });
    table.addEventListener("click", ({ target }) => this.open(target, false));
    table.addEventListener("scrollend", () => this.keepScroll());
    table.addEventListener("pointerover", ({ target }) => this.hover(target));
  }

  private pageKey(event: KeyboardEvent): void {
    const search = this.root.querySelector("input[type=search]");
    if (!(search instanceof HTMLInputElement)) {
      return;
    }
    const typing = event.target === search;
    const find = event.key === "f" && (event.ctrlKey || event.metaKey);
    if (find || (event.key === "/" && !typing)) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && this.state.kept.query !== "") {
      event.preventDefault();
      this.change({ query: "" });
    } else if (event.key === "Escape" && typing) {
      this.focusOn(this.firstCell());
    }
  }

  private tableKey(event: KeyboardEvent): void {
    const { key, target } = event;
    const from = positionOf(target);
    if (!from || event.altKey) {
      return;
    }
    const to = move(key, event.ctrlKey || event.metaKey, from, this.table.extent);
    if (to) {
      event.preventDefault();
      this.focusOn(to);
    } else if (key === "Enter" || key === " ") {
      event.preventDefault();
      this.open(target, event.shiftKey);
    }
  }

  private focusOn(position: Position): void {
    this.state.focusOn(position);
    keep(this.state.kept);
    this.draw();
    this.table.reveal();
  }

  /** Where the focus comes to from the search: to what it was on, or to the first role that fits. */
  private firstCell(): Position {
    const { focus, shown } = this.state;
    if (!shown || focus.row >= 0 || focus.column >= 0) {
      return focus;
    }
    const { grid, view } = shown;
    const row = view.rows[0] ?? -1;
    const column = view.columns.findIndex((it) =>
      grid.columns[it]?.roles.some((role) => role.has[row] && view.fits(row, role)),
    );
    return { row: Math.min(0, view.rows.length - 1), column };
  }

  private told(position: Position): Told {
    const { grid } = this.state.shown ?? {};
    const { row, column } = this.state.at(position);
    if (!grid) {
      return { text: "", links: [] };
    }
    return tell(grid, row, column);
  }

  /** Goes to where it is said: of a role or a tag that was clicked on, or else of the cell or the head. */
  private open(target: EventTarget | null, all: boolean): void {
    const position = positionOf(target);
    const { clan } = this.state;
    if (!position || !clan) {
      return;
    }
    const { text, links } = this.told(position);
    const offered = all ? links : chosen(links, partOf(target));
    if (offered.length > 0) {
      post({ type: "open", title: text, links: offered });
    }
  }

  private listUnknown(): void {
    const { clan } = this.state;
    const links = (clan?.unknown ?? []).flatMap(({ path, why, at }) => {
      const spot = clan && spotOf(clan, at);
      return spot ? [{ ...spot, label: path ? `${path}: ${why}` : why }] : [];
    });
    post({ type: "open", title: "What could not be followed", links });
  }

  private hover(target: EventTarget | null): void {
    const position = positionOf(target);
    const element = position && this.table.find(position);
    if (element) {
      element.title = this.told(position).text;
      this.table.point(position.column);
    }
  }

  /** Hands over the whole map, whatever of it is in sight. */
  private save(): void {
    const { shown, clan, measure } = this.state;
    if (shown && clan) {
      const { grid, view, colours, layout } = shown;
      const picture = { grid, view, colours, fit: layout.fit, paint: paint(), measure };
      post({ type: "save", name: nameOf(clan), svg: svg(picture) });
    }
  }
}

function positionOf(target: EventTarget | null): Position | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined
    ? undefined
    : { row: Number(row), column: Number(column) };
}

/** The role or the tag that was clicked on. */
function partOf(target: EventTarget | null): { role?: string; tag?: string } {
  const part = target instanceof Element ? target.closest<HTMLElement>("[data-role], [data-tag]") : null;
  return { ...part?.dataset };
}
