// How wide texts are, and which colours the theme has.

import { HUES, NEUTRAL } from "../model/colours.ts";
import type { Measure } from "../model/layout.ts";
import type { Paint } from "../model/svg.ts";

/** Measures in the page's font; what was measured once is known. */
export function measurer(): Measure {
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const normal = ruler(`600 ${fontSize} ${fontFamily}`);
  const small = ruler(`${SMALL} ${fontFamily}`);
  return (text, size) => (size === "normal" ? normal(text) : small(text));
}

const SMALL = "11px";

function ruler(font: string): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) {
    return (text) => text.length * 7;
  }
  context.font = font;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? context.measureText(text).width;
    known.set(text, width);
    return width;
  };
}

export function isLight(): boolean {
  const { classList } = document.body;
  return classList.contains("vscode-light") || classList.contains("vscode-high-contrast-light");
}

/** The colours of the theme, as numbers: a picture knows no variables. */
export function paint(): Paint {
  const style = getComputedStyle(document.documentElement);
  const kind = isLight() ? "light" : "dark";
  const [ground, text] = isLight() ? ["#ffffff", "#3b3b3b"] : ["#1f1f1f", "#cccccc"];
  const colour = (name: string, otherwise: string) =>
    style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  return {
    ground: colour("editor-background", ground),
    text: colour("foreground", text),
    dim: colour("descriptionForeground", text),
    line: colour("contrastBorder", isLight() ? "#d8d8d8" : "#3c3c3c"),
    problem: colour("editorWarning-foreground", isLight() ? "#bf8803" : "#cca700"),
    hues: HUES[kind],
    neutral: NEUTRAL[kind],
    font: "system-ui, 'Segoe UI', Ubuntu, 'Helvetica Neue', sans-serif",
  };
}
