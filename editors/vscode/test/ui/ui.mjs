// What a person sees of the tour's clan who has installed the extension, and set nothing.

import { report } from "../report.mjs";
import { hovers } from "./hovers.mjs";
import { marks, waitForMistakes } from "./marks.mjs";
import { typing } from "./typing.mjs";
import { views } from "./views.mjs";
import { Window } from "./window.mjs";

/**
 * Did all tests pass? Says so of each.
 * @param {import("../editor.mjs").Editor} editor
 * @param {any} page
 * @param {{ clan: string }} given
 * @returns {Promise<boolean>}
 */
export async function ui(editor, page, { clan }) {
  const window = new Window(editor, page);
  return report({
    async "the server that the extension brings runs without a setting"() {
      await window.open(clan);
      await waitForMistakes(window);
    },
    ...marks(window),
    ...hovers(window),
    ...typing(window),
    ...views(window),
  });
}
