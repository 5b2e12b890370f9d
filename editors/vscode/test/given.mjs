// What the scripts here are given on their command lines.

import { parseArgs } from "node:util";

/**
 * The values of these options, all of which must be there.
 * @template {string} Name
 * @param {Name[]} names
 * @returns {Record<Name, string>}
 */
export function given(...names) {
  const options = Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ("string") }]));
  const { values } = parseArgs({ options });
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`missing: ${missing.map((name) => `--${name}`).join(", ")}`);
  }
  return /** @type {Record<Name, string>} */ (values);
}
