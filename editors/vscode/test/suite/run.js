// Runs tests inside VS Code, and says of each how it went.

/**
 * @param {import("./clan.js").Tests} tests
 * @param {import("./clan.js").Clan} clan
 */
exports.run = async function run(tests, clan) {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test(clan);
      console.log(`vscode test ${name} ... ok`);
    } catch (error) {
      failed += 1;
      const problem = error instanceof Error ? error.stack : error;
      console.log(`vscode test ${name} ... FAILED\n${problem}`);
    }
  }
  console.log(`vscode: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  if (failed > 0) {
    throw new Error(`${failed} failed`);
  }
};
