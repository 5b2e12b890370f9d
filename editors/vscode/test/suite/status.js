// The status bar, and what can be told about the server.

const { until } = require("./clan.js");
const { extension } = require("./extension.js");

/** @param {string} text */
async function says(text) {
  const { status } = await extension();
  await until(`"${text}" in the status bar, which says "${status.shown.text}"`, () => status.shown.text === text);
}

/** @type {import("./clan.js").Tests} */
exports.tests = {
  async "the status bar counts machines and mistakes"(clan) {
    await says("$(list-tree) tour: 3 machines, 1 error, 2 warnings");
    await clan.typed("roles.", "servr", "server", () => says("$(list-tree) tour: 3 machines, 2 warnings"));
  },
};
