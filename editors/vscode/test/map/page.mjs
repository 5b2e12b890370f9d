// The page of the map by itself, in a browser: without VS Code around it, in each of its themes.

import * as fs from "node:fs";
import * as path from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/** In milliseconds: for what takes seconds on a busy machine. */
const PATIENCE = 60_000;

const DIST = path.join(import.meta.dirname, "../../dist");

/** What VS Code's own themes have for the variables that the page uses. */
const THEMES = {
  "vscode-dark": {
    "editor-background": "#1f1f1f", foreground: "#cccccc", descriptionForeground: "#9d9d9d",
    "editorWarning-foreground": "#cca700", focusBorder: "#0078d4", "input-background": "#313131",
    "input-border": "#3c3c3c", "input-placeholderForeground": "#989898", "dropdown-background": "#313131",
    "dropdown-border": "#3c3c3c", "button-secondaryBackground": "#313131", "button-background": "#0078d4",
    "list-hoverBackground": "#2a2d2e", "list-inactiveSelectionBackground": "#37373d",
    "textLink-foreground": "#4daafc", "icon-foreground": "#cccccc",
  },
  "vscode-light": {
    "editor-background": "#ffffff", foreground: "#3b3b3b", descriptionForeground: "#3b3b3b",
    "editorWarning-foreground": "#bf8803", focusBorder: "#005fb8", "input-background": "#ffffff",
    "input-border": "#cecece", "input-placeholderForeground": "#767676", "dropdown-background": "#ffffff",
    "dropdown-border": "#cecece", "button-secondaryBackground": "#e5e5e5", "button-background": "#005fb8",
    "list-hoverBackground": "#f2f2f2", "list-inactiveSelectionBackground": "#e4e6f1",
    "textLink-foreground": "#005fb8", "icon-foreground": "#3b3b3b",
  },
  "vscode-high-contrast": {
    "editor-background": "#000000", foreground: "#ffffff", descriptionForeground: "rgba(255, 255, 255, 0.7)",
    "editorWarning-foreground": "#ffd370", focusBorder: "#f38518", contrastBorder: "#6fc3df",
    "input-background": "#000000", "input-border": "#6fc3df", "dropdown-background": "#000000",
    "dropdown-border": "#6fc3df", "button-border": "#6fc3df", "textLink-foreground": "#21a6ff",
    "list-hoverBackground": "rgba(255, 255, 255, 0.1)", "icon-foreground": "#ffffff",
  },
  "vscode-high-contrast-light": {
    "editor-background": "#ffffff", foreground: "#292929", descriptionForeground: "rgba(41, 41, 41, 0.7)",
    "editorWarning-foreground": "#895503", focusBorder: "#006bbd", contrastBorder: "#0f4a85",
    "input-background": "#ffffff", "input-border": "#0f4a85", "dropdown-background": "#ffffff",
    "dropdown-border": "#0f4a85", "button-border": "#0f4a85", "textLink-foreground": "#0f4a85",
    "list-hoverBackground": "rgba(15, 74, 133, 0.1)", "icon-foreground": "#292929",
  },
};

export const themes = /** @type {(keyof typeof THEMES)[]} */ (Object.keys(THEMES));

/** The map's page: what it was told and what it says. */
export class MapPage {
  /** @param {any} page */
  constructor(page) {
    this.page = page;
    this.table = page.locator(".table");
  }

  /**
   * Opens it with a strict policy, as in VS Code.
   * @param {any} browser
   * @param {keyof typeof THEMES} theme
   * @param {string} folder for files of its own
   * @param {string[]} [complaints] gets what the browser complains of
   */
  static async open(browser, theme, folder, complaints = []) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (/** @type {unknown} */ error) => complaints.push(String(error)));
    page.on("console", (/** @type {any} */ message) => complaints.push(message.text()));
    await page.addInitScript({ path: path.join(import.meta.dirname, "host.js") });
    const [style, script] = ["map.css", "map.js"].map((name) => pathToFileURL(path.join(DIST, name)).href);
    const variables = Object.entries(THEMES[theme]).map(([name, value]) => `--vscode-${name}:${value};`);
    fs.writeFileSync(path.join(folder, "theme.css"), `:root{--vscode-font-size:13px;${variables.join("")}}`);
    const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src file:; script-src 'nonce-n'">
      <title>Map</title><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="${style}"></head>
      <body class="${theme}"><script nonce="n" src="${script}"></script></body></html>`;
    fs.writeFileSync(path.join(folder, "map.html"), html);
    await page.goto(pathToFileURL(path.join(folder, "map.html")).href);
    return new MapPage(page);
  }

  /** @param {import("../../src/map/wire.ts").ToPage} message */
  async tell(message) {
    const painted = (await this.painted()).length;
    await this.page.evaluate(`tell(${JSON.stringify(message)})`);
    while (message.type === "fleet" && (await this.painted()).length === painted) {
      await setTimeout(10);
    }
  }

  /** @returns {Promise<import("../../src/map/wire.ts").FromPage[]>} */
  said() {
    return this.page.evaluate("said");
  }

  /**
   * A cell, or a head where one is -1.
   * @param {number} row
   * @param {number} column
   */
  cell(row, column) {
    return this.table.locator(`[data-row="${row}"][data-column="${column}"]`);
  }

  /** @param {...string} keys */
  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
    await this.drawn();
  }

  /** What is told of the cell that has the focus. @returns {Promise<string>} */
  async details() {
    await this.drawn();
    return this.page.locator(".details").innerText();
  }

  /** @returns {Promise<{ left: number, top: number }>} */
  scroll() {
    return this.table.evaluate((/** @type {any} */ it) => ({ left: it.scrollLeft, top: it.scrollTop }));
  }

  /** Waits until scrolling has ended, and is kept. */
  async scrolled() {
    const { top } = await this.scroll();
    const kept = () => this.page.evaluate('JSON.parse(sessionStorage.getItem("state")).scroll.top');
    while ((await kept()) !== top) {
      await setTimeout(10);
    }
  }

  /** Waits for the next picture. */
  async drawn() {
    await this.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
  }

  /** The names of the heads that are drawn. */
  async heads() {
    const names = (/** @type {string} */ of) => this.page.locator(`${of} .name`).allInnerTexts();
    return { rows: await names(".side"), columns: await names(".head") };
  }

  /** How long each fleet took from its arrival to its picture, in milliseconds. @returns {Promise<number[]>} */
  painted() {
    return this.page.evaluate(
      'performance.getEntriesByName("fleet-painted").map(({ duration }) => duration)',
    );
  }
}
