// Which of the settings the server is told.

/** Those that are the extension's own. */
const OWN = ["server", "tree", "map"];

/**
 * What the user has set of the section `inventory-ls`. What is not set is null and left
 * out: a server that is older than the extension would complain of a name that nobody has written.
 */
export function toldToServer(section: unknown): unknown {
  if (!isTable(section)) {
    return section;
  }
  const others = Object.entries(section).filter(([name]) => !OWN.includes(name));
  return withoutNull(Object.fromEntries(others));
}

function withoutNull(value: unknown): unknown {
  if (!isTable(value)) {
    return value;
  }
  const set = Object.entries(value).filter(([, value]) => value !== null);
  return Object.fromEntries(set.map(([name, value]) => [name, withoutNull(value)]));
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
