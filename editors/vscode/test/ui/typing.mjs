// What keys bring up: proposals, fixes, new names.

import * as assert from "node:assert/strict";

const MISTAKE = "roles.servr.machines.vault = { };";

/**
 * @param {import("./window.mjs").Window} window
 * @returns {Record<string, () => Promise<void>>}
 */
export const typing = (window) => ({
  async "a role that is being typed is proposed, with what it is for"() {
    await proposeRole(window);
    const names = await window.proposals.locator(".label-name").allInnerTexts();
    assert.deepEqual(names, ["server", "client"]);
    await window.details.getByText("role server of nightly").waitFor();
    const said = await window.details.innerText();
    assert.equal(said.split("Machines that hold the repositories").length, 2, said);
    await window.page.keyboard.press("Enter");
    await window.until("the role", async () =>
      (await window.lines()).some((line) => line.trimEnd().endsWith("roles.server")),
    );
    await window.undoUntil(MISTAKE);
  },

  async "a mistake is mended by its fix"() {
    await window.click("roles.", "servr");
    await window.press("Control+.", window.menu);
    await window.menu.getByText("Change to `server`").click();
    await window.until("the fix", async () =>
      (await window.lines()).some((line) => line.includes("roles.server.machines.vault")),
    );
    await window.undoUntil(MISTAKE);
  },

  async "a tag is renamed wherever it is named"() {
    await window.click("roles.client.tags = [ ", "backup");
    const input = window.page.locator(".rename-box input.rename-input");
    await window.press("F2", input);
    assert.equal(await input.inputValue(), "backup");
    await input.fill("saved");
    await window.page.keyboard.press("Enter");
    await window.until("the new name", async () => {
      const text = (await window.lines()).join("\n");
      return text.split('"saved"').length === 4 && !text.includes('"backup"');
    });
    await window.undoUntil('sara.tags = [ "laptop" "backup" ]');
  },
});

/**
 * Leaves half a role, and asks for proposals with all there is to say of the first.
 * @param {import("./window.mjs").Window} window
 */
export async function proposeRole(window) {
  await window.click("roles.", "servr");
  await window.page.keyboard.press("End");
  await window.page.keyboard.press("Shift+Home");
  await window.page.keyboard.type("roles.");
  await window.press("Control+Space", window.proposals);
  await window.press("Control+Space", window.details);
}
