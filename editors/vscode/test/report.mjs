// Tests that a window goes through in turn, and what is said of them.

/**
 * Did all tests pass? Says so of each.
 * @param {Record<string, () => Promise<void>>} tests
 * @returns {Promise<boolean>}
 */
export async function report(tests) {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`vscode test ${name} ... ok`);
    } catch (error) {
      failed += 1;
      console.log(`vscode test ${name} ... FAILED\n${error}`);
    }
  }
  console.log(`vscode: ${Object.keys(tests).length - failed} passed, ${failed} failed`);
  return failed === 0;
}
