// Where an element stands. The page's policy forbids the attribute `style`, which lit's own `styleMap` begins with; properties
// may be set.

import { noChange } from "lit-html";
import { Directive, directive, type ElementPart } from "lit-html/directive.js";

/** In pixels. */
export type Box = Partial<Record<"left" | "top" | "width" | "height", number>>;

class PlaceDirective extends Directive {
  private readonly last = new Map<string, number>();

  render(_box: Box): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [box]: [Box]): unknown {
    for (const [name, value] of Object.entries(box)) {
      if (this.last.get(name) !== value && element instanceof HTMLElement) {
        this.last.set(name, value);
        element.style.setProperty(name, `${value}px`);
      }
    }
    return noChange;
  }
}

export const placed = directive(PlaceDirective);
