// The whole map as a picture that needs nothing else: an SVG in the colours of the theme.

import { nameOf } from "../../fleet/words.ts";
import { type Colours, colourOf, type Colour, DIRECT, TEXTURES } from "./colours.ts";
import { type Badge, badges, type Column, type Grid, isProblem, type Row } from "./grid.ts";
import { badgeWidth, fullLayout, type Fit, type Layout, type Measure, SIZES } from "./layout.ts";
import { missing } from "./text.ts";
import { ownTags, type View } from "./view.ts";

/** The theme's colours, and its font. */
export interface Paint {
  ground: string;
  text: string;
  dim: string;
  line: string;
  problem: string;
  hues: readonly string[];
  neutral: string;
  font: string;
}

export interface Picture {
  grid: Grid;
  view: View;
  fit: Fit;
  colours: Colours;
  paint: Paint;
  measure: Measure;
}

const MARGIN = 16;
const TITLE = 34;
const LEGEND = 34;
const SMALL = 11;

export function svg(picture: Picture): string {
  return new Drawing(picture).draw();
}

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML has no place for. */
const FOREIGN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

export function escape(text: string): string {
  return text.replace(FOREIGN, "\ufffd").replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}

class Drawing {
  private readonly picture: Picture;
  private readonly layout: Layout;
  /** Each kind of badge is drawn once; cells point to it. */
  private readonly symbols = new Map<string, { id: string; width: number; markup: string }>();

  constructor(picture: Picture) {
    this.picture = picture;
    this.layout = fullLayout(picture.grid, picture.view, picture.fit, picture.measure);
  }

  draw(): string {
    const { grid, view, paint } = this.picture;
    const { side, head, widths } = this.layout;
    const columns = view.columns.reduce((sum, column) => sum + (widths[column] ?? 0), 0);
    const table = { width: side + columns, height: head + view.rows.length * SIZES.row };
    const legend = this.legend();
    const width = Math.max(table.width, legend.width) + 2 * MARGIN;
    const height = table.height + TITLE + LEGEND + 2 * MARGIN;
    const name = nameOf(grid.clan);
    const body = [this.heads(), this.rows(table), this.cells()].join("\n");
    return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(paint.font)}" font-size="13">
<title>${escape(`The map of the fleet ${name}`)}</title>
<style>text{fill:${paint.text}}.s{font-size:${SMALL}px}.d{fill:${paint.dim}}.p{fill:${paint.problem}}.b{font-weight:600}.l{stroke:${paint.line};fill:none}</style>
<defs>
${[...this.symbols.values()].map(({ markup }) => markup).join("\n")}
</defs>
<rect width="${width}" height="${height}" fill="${paint.ground}"/>
<text x="${MARGIN}" y="${MARGIN + 14}"><tspan class="b">${escape(name)}</tspan><tspan class="d">${this.open()}</tspan></text>
<g transform="translate(${MARGIN} ${MARGIN + TITLE})">
${body}
</g>
<g transform="translate(${MARGIN} ${MARGIN + TITLE + table.height + LEGEND / 2})">
${legend.markup}
</g>
</svg>
`;
  }

  /** What the picture can't show. */
  private open(): string {
    const { machinesOpen, instancesOpen } = this.picture.grid.clan;
    const what = [machinesOpen ? "machines" : "", instancesOpen ? "instances" : ""].filter(Boolean);
    return what.length > 0 ? ` (there may be further ${what.join(" and ")})` : "";
  }

  private heads(): string {
    return this.columns(({ name, service }, x) => {
      const { fit, head } = this.layout;
      if (fit === "wide") {
        const at = `x="${x + SIZES.cell}"`;
        return `<text ${at} y="17" class="b">${escape(name)}</text><text ${at} y="34" class="s d">${escape(service)}</text>`;
      }
      const upright = (at: number) => `transform="translate(${at} ${head - 8}) rotate(-90)"`;
      return `<text ${upright(x + 17)} class="b">${escape(name)}</text><text ${upright(x + 31)} class="s d">${escape(service)}</text>`;
    }).join("\n");
  }

  private rows(table: { width: number; height: number }): string {
    const { grid, view } = this.picture;
    const { head, side } = this.layout;
    const rows = view.rows.map((index, at) => {
      const y = head + at * SIZES.row;
      return this.row(grid.rows[index], y);
    });
    const lines = [...view.rows.keys(), view.rows.length].map((at) => {
      return `M0 ${head + at * SIZES.row + 0.5}h${table.width}`;
    });
    const uprights = this.columns((_column, x) => `M${x + 0.5} 0v${table.height}`);
    const all = [...lines, ...uprights, `M${side + 0.5} 0v${table.height}`].join("");
    return `<path class="l" d="${all}"/>\n${rows.join("\n")}`;
  }

  private row(row: Row | undefined, y: number): string {
    if (!row) {
      return "";
    }
    const { grid, colours, measure } = this.picture;
    let x = SIZES.cell;
    const name = `<text x="${x}" y="${y + 17}"${isProblem(row) ? ' class="p"' : ""}>${escape(row.name)}</text>`;
    x += measure(row.name, "normal") + SIZES.chips;
    if (row.kind === "missing") {
      return `${name}<text x="${x}" y="${y + 17}" class="s d">${escape(missing(row))}</text>`;
    }
    const chips = ownTags(grid, row).map((tag) => {
      const width = Math.ceil(measure(tag, "small")) + SIZES.chip;
      const colour = this.colour(colours.get(tag) ?? DIRECT);
      const chip = `<rect x="${x + 0.5}" y="${y + 5.5}" width="${width - 1}" height="16" rx="8" fill="none" stroke="${colour}" stroke-opacity=".7"/><text x="${x + SIZES.chip / 2}" y="${y + 17}" class="s">${escape(tag)}</text>`;
      x += width + SIZES.gap;
      return chip;
    });
    return name + chips.join("");
  }

  private cells(): string {
    const { grid, view } = this.picture;
    return view.rows
      .map((row, at) => {
        const y = this.layout.head + at * SIZES.row + 4;
        const uses = this.columns((column, x, _width, index) => {
          let left = x + SIZES.cell;
          return badges(grid, row, index)
            .map((badge) => {
              const { id, width } = this.symbol(badge, column, isProblem(grid.rows[row]));
              const use = `<use href="#${id}" x="${left}" y="${y}"/>`;
              left += width + SIZES.gap;
              return use;
            })
            .join("");
        });
        return uses.join("");
      })
      .join("\n");
  }

  private symbol({ role, reasons }: Badge, column: Column, problem: boolean) {
    const roleColumn = column.roles.find((it) => it.role === role);
    const label = roleColumn ? this.layout.label(roleColumn) : role.name;
    const tags = reasons.length > 0 ? reasons.map(({ tag }) => tag) : [null];
    const colours = problem ? [] : tags.map((tag) => colourOf(this.picture.colours, tag));
    const key = JSON.stringify([label, colours, problem]);
    let symbol = this.symbols.get(key);
    if (!symbol) {
      const id = `b${this.symbols.size}`;
      const width = badgeWidth(label, this.picture.measure);
      symbol = { id, width, markup: this.badge(id, label, width, colours) };
      this.symbols.set(key, symbol);
    }
    return symbol;
  }

  /** A role's name on its colour; at its left a mark for each reason. */
  private badge(id: string, label: string, width: number, colours: Colour[]): string {
    const first = colours[0];
    const ground = first ? this.colour(first) : this.picture.paint.problem;
    const height = 18 / Math.max(colours.length, 1);
    const marks = (first ? colours : [undefined]).map((colour, at) => {
      const stroke = colour ? this.colour(colour) : this.picture.paint.problem;
      const dashes = { solid: "", dashed: ' stroke-dasharray="4 2"', dotted: ' stroke-dasharray="1.5 1.5"' };
      const dash = dashes[TEXTURES[colour?.texture ?? 0] ?? "solid"];
      return `<path d="M1.5 ${at * height}v${height}" stroke="${stroke}" stroke-width="3"${dash}/>`;
    });
    return `<g id="${id}"><rect width="${width}" height="18" rx="2" fill="${ground}" fill-opacity=".2"/>${marks.join("")}<text x="8" y="13" class="s">${escape(label)}</text></g>`;
  }

  private legend(): { markup: string; width: number } {
    const { colours, measure } = this.picture;
    const entries: [string, Colour][] = [["by name", DIRECT], ...colours];
    let x = 0;
    const parts = entries.map(([name, colour], at) => {
      const width = badgeWidth(name, measure);
      const id = `l${at}`;
      const part = `<g transform="translate(${x} 0)">${this.badge(id, name, width, [colour])}</g>`;
      x += width + 2 * SIZES.gap;
      return part;
    });
    return { markup: parts.join(""), width: x };
  }

  private colour({ hue }: Colour): string {
    return this.picture.paint.hues[hue] ?? this.picture.paint.neutral;
  }

  private columns(draw: (column: Column, x: number, width: number, index: number) => string) {
    const { grid, view } = this.picture;
    let x = this.layout.side;
    return view.columns.map((index) => {
      const width = this.layout.widths[index] ?? 0;
      const column = grid.columns[index];
      const drawn = column ? draw(column, x, width, index) : "";
      x += width;
      return drawn;
    });
  }
}
