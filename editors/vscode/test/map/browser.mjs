// The page of the map in a browser: what is drawn, what keys and clicks do, how fast the first picture is.

import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as os from "node:os";
import * as path from "node:path";

import { CHROMIUM_ARGS } from "../editor.mjs";
import { clan, fleet, large, odd, tour } from "./fleet.mjs";
import { MapPage, themes } from "./page.mjs";

/** @type {Record<string, (open: (theme?: (typeof themes)[number]) => Promise<MapPage>) => Promise<void>>} */
const tests = {
  async "the map shows machines, instances, and roles in the cells"(open) {
    const map = await shown(open, tour);
    assert.deepEqual(await map.heads(), {
      rows: ["jon", "sara", "vault", "all", "laptops"],
      columns: ["nightly", "sshd"],
    });
    assert.equal(await map.cell(0, 0).innerText(), "client");
    assert.equal(await map.cell(0, 1).innerText(), "");
    assert.equal(await map.cell(0, 0).locator(".badge").getAttribute("aria-label"), "client by tag backup");
    assert.match(await map.table.locator(".corner").innerText(), /3 machines\s+2 instances/);
  },

  async "keys lead through the map, and the details follow"(open) {
    const map = await shown(open, tour);
    await map.table.locator("[tabindex='0']").focus();
    await map.press("ArrowDown", "ArrowRight");
    assert.equal(await map.details(), "jon gets nightly/client by tag backup (clan.nix:15)");
    await map.press("End", "ArrowDown", "ArrowDown");
    assert.equal(await map.details(), "vault gets sshd/server by tag server (clan.nix:29)");
    await map.press("Control+Home");
    assert.equal(await map.table.locator("[tabindex='0']").count(), 1);
    assert.equal(await map.page.locator(":focus").getAttribute("class"), "corner");
  },

  async "Enter goes to where it is said, and so does a click"(open) {
    const map = await shown(open, tour);
    await map.cell(0, 0).focus();
    await map.press("Enter");
    await map.cell(2, -1).locator(".chip").click();
    await map.cell(-1, 1).click();
    const opened = (await map.said()).flatMap((it) => (it.type === "open" ? [it.links] : []));
    assert.deepEqual(
      opened.map((links) => links.map(({ label }) => label)),
      [["nightly/client by tag backup (clan.nix:15)"], ["tag server (clan.nix:8)"], ["sshd (clan.nix:25)"]],
    );
    assert.deepEqual(opened[0]?.[0]?.range, [14, 2, 14, 6]);
  },

  async "a slash or Ctrl+F leads to the search, and Escape clears it"(open) {
    const map = await shown(open, tour);
    const search = map.page.locator("input[type=search]");
    for (const key of ["/", "Control+f"]) {
      await map.cell(0, 0).focus();
      await map.press(key);
      await map.page.keyboard.type("sara");
      assert.equal(await search.inputValue(), "sara");
      assert.deepEqual(await map.heads(), { rows: ["sara"], columns: ["nightly"] });
      await map.press("Escape");
      assert.equal((await map.heads()).rows.length, 5);
    }
    await search.fill("nobody");
    assert.equal(await map.page.locator(".instead").innerText(), "Nothing fits the search.");
  },

  async "a click on a tag of the legend shows only what came through it"(open) {
    const map = await shown(open, tour);
    const entry = map.page.getByRole("button", { name: "backup" });
    await entry.click();
    assert.equal(await entry.getAttribute("aria-pressed"), "true");
    assert.deepEqual(await map.heads(), { rows: ["jon", "sara"], columns: ["nightly"] });
    await entry.click();
    assert.equal((await map.heads()).rows.length, 5);
  },

  async "typing changes the map, not the place where one was"(open) {
    const clan = large(300, 60);
    const map = await shown(open, clan);
    await map.cell(0, 0).focus();
    await map.press("PageDown", "PageDown", "ArrowRight");
    const [before, scroll] = [await map.details(), await map.scroll()];
    assert.ok(scroll.top > 0);
    const machines = clan.machines.map((it, at) => (at === 3 ? { ...it, name: "machine-0003-new" } : it));
    await map.tell({ type: "fleet", fleet: fleet({ ...clan, machines }) });
    assert.deepEqual([await map.details(), await map.scroll()], [before, scroll]);
    assert.equal(await map.page.locator(":focus").getAttribute("tabindex"), "0");
  },

  async "after a reload, the map is as it was"(open) {
    const map = await shown(open, large(300, 60));
    await map.page.locator("input[type=search]").fill("client");
    await map.page.getByLabel("Sort").selectOption("tags");
    await map.cell(0, 0).focus();
    await map.press("PageDown", "PageDown");
    await map.scrolled();
    const before = [await map.details(), await map.scroll(), await map.heads()];
    await map.page.reload();
    await map.tell({ type: "fleet", fleet: fleet(large(300, 60)) });
    assert.deepEqual([await map.details(), await map.scroll(), await map.heads()], before);
  },

  async "of several clans one is chosen"(open) {
    const map = await open();
    await map.tell({ type: "fleet", fleet: fleet(tour, { ...odd, root: "file:///odd" }) });
    await map.page.getByLabel("Clan").selectOption({ label: 'odd <&"> clan' });
    assert.deepEqual((await map.heads()).columns, ["<i>?"]);
  },

  async "what may be more than is known is told"(open) {
    const map = await shown(open, odd);
    assert.match(await map.table.innerText(), /There may be further machines/);
    assert.equal(await map.page.locator(".row.missing").count(), 0);
    await map.page.getByText("1 part not followed").click();
    const [, opened] = await map.said();
    assert.ok(opened?.type === "open");
    assert.deepEqual(opened.links.map(({ label }) => label), ["inventory.machines: read from a command"]);
  },

  async "where there is no clan, the reason is told"(open) {
    const map = await open();
    await map.tell({ type: "fleet", fleet: { format: 1, clans: [], why: "Open a clan's folder." } });
    assert.equal(await map.page.locator(".instead").innerText(), "Open a clan's folder.");
    await map.tell({ type: "fleet", fleet: undefined });
    assert.equal(await map.page.locator(".instead").innerText(), "Waiting for the server…");
  },

  async "the picture that is exported is XML, and has all roles"(open) {
    const map = await shown(open, odd);
    await map.page.getByRole("button", { name: "Export" }).click();
    const saved = (await map.said()).at(-1);
    assert.ok(saved?.type === "save");
    const elsewhere = await map.page.context().browser().newPage();
    const read = `new DOMParser().parseFromString(${JSON.stringify(saved.svg)}, "image/svg+xml")`;
    assert.equal(await elsewhere.evaluate(`${read}.querySelectorAll("parsererror").length`), 0);
    assert.equal(await elsewhere.evaluate(`${read}.querySelectorAll("use").length`), 3);
  },

  async "each theme has its own ground, and text that can be read on it"(open) {
    const seen = [];
    for (const theme of themes) {
      const map = await shown(open, tour, theme);
      const style = (/** @type {string} */ of) => map.page.evaluate(`getComputedStyle(document.querySelector("${of}"))`);
      seen.push([(await style("body")).backgroundColor, (await style(".badge .label")).color]);
    }
    assert.deepEqual(seen, [
      ["rgb(31, 31, 31)", "rgb(204, 204, 204)"],
      ["rgb(255, 255, 255)", "rgb(59, 59, 59)"],
      ["rgb(0, 0, 0)", "rgb(255, 255, 255)"],
      ["rgb(255, 255, 255)", "rgb(41, 41, 41)"],
    ]);
  },

  async "an overlong name stays within its head"(open) {
    const long = "an-instance-with-a-name-that-is-longer-than-any-head-would-ever-be";
    const map = await shown(open, clan("long", { jon: [] }, { [long]: { service: "s", roles: { r: ["jon"] } } }));
    for (const fit of ["wide", "slim", "tiny"]) {
      await map.page.getByLabel("Columns").selectOption(fit);
      const head = await map.cell(-1, 0).boundingBox();
      const name = await map.cell(-1, 0).locator(".name").boundingBox();
      assert.ok(name.y >= head.y && name.x + name.width <= head.x + head.width, fit);
    }
  },

  async "of a large fleet only what can be seen is drawn"(open) {
    const map = await shown(open, large(1000, 100));
    const cells = await map.table.locator(".cell").count();
    assert.ok(cells > 100 && cells < 2000, `${cells} cells`);
    const [first] = await map.painted();
    console.log(`vscode map: 1000 machines, 100 instances: first picture after ${first?.toFixed()} ms`);
    await map.cell(0, 0).focus();
    await map.press("Control+End");
    assert.match(await map.details(), /^machine-0999 /);
    assert.ok(await map.page.locator(":focus").isVisible());
  },
};

/**
 * @param {(theme?: (typeof themes)[number]) => Promise<MapPage>} open
 * @param {import("../../src/fleet/protocol.ts").Clan} clan
 * @param {(typeof themes)[number]} [theme]
 */
async function shown(open, clan, theme) {
  const map = await open(theme);
  await map.tell({ type: "fleet", fleet: fleet(clan) });
  return map;
}

/**
 * Did all tests pass? Says so of each.
 * @param {import("../editor.mjs").Places} places
 * @returns {Promise<boolean>}
 */
export async function mapInBrowser({ installed, chromium: executablePath }) {
  const { chromium } = createRequire(path.join(installed, "index.js"))("playwright-core");
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "inventory-ls-map-"));
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    /** @type {string[]} */
    const complaints = [];
    try {
      await test((theme = "vscode-dark") => MapPage.open(browser, theme, folder, complaints));
      assert.deepEqual(complaints, []);
      console.log(`vscode test ${name} ... ok`);
    } catch (error) {
      failed += 1;
      console.log(`vscode test ${name} ... FAILED\n${error}`);
    }
    await Promise.all(browser.contexts().map((/** @type {any} */ it) => it.close()));
  }
  await browser.close();
  fs.rmSync(folder, { recursive: true });
  console.log(`vscode: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  return failed === 0;
}
