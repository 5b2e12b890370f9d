// What VS Code gets to know of the tour's clan. Runs inside VS Code, where the packaged extension is installed.

const { Clan } = require("./clan.js");
const { extension } = require("./extension.js");

const themes = [
  require("./diagnostics.js"),
  require("./shown.js"),
  require("./names.js"),
  require("./tree.js"),
  require("./status.js"),
  require("./settings.js"),
  require("./server.js"),
  require("./example.js"),
];

exports.run = async function run() {
  const clan = await Clan.open();
  const tests = themes.flatMap((theme) => Object.entries(theme.tests));
  tests.unshift(["the extension starts with a Nix file", async () => void (await extension())]);
  let failed = 0;
  for (const [name, test] of tests) {
    try {
      await test(clan);
      console.log(`vscode test ${name} ... ok`);
    } catch (error) {
      failed += 1;
      const problem = error instanceof Error ? error.stack : error;
      console.log(`vscode test ${name} ... FAILED\n${problem}`);
    }
  }
  console.log(`vscode: ${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0) {
    throw new Error(`${failed} failed`);
  }
};
