// What VS Code gets to know of the tour's clan. Runs inside VS Code, where the packaged extension is installed.

const { Clan } = require("./clan.js");
const { extension } = require("./extension.js");
const { run } = require("./run.js");

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

exports.run = async function () {
  const tests = {
    "the extension starts with a Nix file": async () => void (await extension()),
    ...Object.assign({}, ...themes.map((theme) => theme.tests)),
  };
  await run(tests, await Clan.open());
};
