// Fleets to draw: the tour's, one that has everything, and one of any size.

/** @typedef {import("../../src/fleet/protocol.ts").Clan} Clan */
/** @typedef {import("../../src/fleet/protocol.ts").Fleet} Fleet */
/** @typedef {import("../../src/fleet/protocol.ts").Place} Place */
/** @typedef {import("../../src/fleet/protocol.ts").Role} Role */

const ROOT = "file:///clan";

/** @type {(line: number, length?: number) => Place} */
const at = (line, length = 4) => [0, line - 1, 2, line - 1, 2 + length];
/** @type {(line: number) => { name: Place, whole: Place }} */
const definition = (line) => ({ name: at(line), whole: at(line, 40) });

/**
 * A clan from few words. Machines: their tags. Instances: their service, then for each role the machines and the tags;
 * a tag has a `#`.
 * @param {string} name
 * @param {Record<string, string[]>} machines
 * @param {Record<string, { service: string, roles: Record<string, string[]>, line?: number }>} instances
 * @param {Partial<Clan>} [more]
 * @returns {Clan}
 */
export function clan(name, machines, instances, more = {}) {
  const uses = Object.values(instances).flatMap(({ roles }) => Object.values(roles).flat());
  const given = uses.filter((use) => use.startsWith("#")).map((use) => use.slice(1));
  const names = ["all", ...Object.values(machines).flat(), ...given];
  const tags = [...new Set(names)].sort();
  const carried = Object.values(machines).map((own) => new Set([...own, "all"]));
  const byName = new Map(Object.keys(machines).map((name, index) => [name, index]));
  const carriers = new Map(
    tags.map((tag) => [tag, [...carried.keys()].filter((index) => carried[index]?.has(tag))]),
  );
  /** @type {(name: string, words: string[], line: number) => Role} */
  const role = (name, words, line) => {
    const [byTag, direct] = [words.filter((it) => it.startsWith("#")), words.filter((it) => !it.startsWith("#"))];
    const members = new Set([
      ...direct.flatMap((it) => byName.get(it) ?? []),
      ...byTag.flatMap((it) => carriers.get(it.slice(1)) ?? []),
    ]);
    return {
      name,
      machines: direct.map((it) => ({ name: it, at: at(line) })),
      tags: byTag.map((it) => ({ name: it.slice(1), at: at(line) })),
      members: [...members].sort((a, b) => a - b),
      at: [definition(line)],
      open: false,
    };
  };
  return {
    name,
    root: ROOT,
    entry: `${ROOT}/clan.nix`,
    files: [`${ROOT}/clan.nix`],
    machines: Object.entries(machines).map(([name, own], index) => ({
      name,
      class: index % 7 === 6 ? "darwin" : "nixos",
      tags: ["all", ...own].map((tag) => ({
        tag: tags.indexOf(tag),
        at: tag === "all" ? null : at(6 + index),
      })),
      at: [definition(6 + index)],
      open: false,
    })),
    tags: tags.map((tag) => ({ name: tag, builtIn: tag === "all", machines: carriers.get(tag) ?? [], at: [] })),
    instances: Object.entries(instances).map(([name, { service, roles, line = 12 }]) => ({
      name,
      module: { name: service, input: "clan-core" },
      description: null,
      roles: Object.entries(roles).map(([name, words], index) => role(name, words, line + 3 + index)),
      at: [definition(line)],
      open: false,
    })),
    machinesOpen: false,
    instancesOpen: false,
    unknown: [],
    ...more,
  };
}

/** `syntax-tests/tour/clan.nix`. */
export const tour = clan(
  "tour",
  { jon: ["laptop", "backup"], sara: ["laptop", "backup"], vault: ["server"] },
  {
    nightly: { service: "borgbackup", roles: { client: ["#backup"], servr: ["vault"] } },
    sshd: { service: "sshd", roles: { client: ["all"], server: ["#laptops", "#server"] }, line: 25 },
  },
);

/**
 * Machines of several kinds, and instances that reach them by tags and by name.
 * @param {number} machines
 * @param {number} instances
 */
export function large(machines, instances) {
  const tags = ["laptop", "server", "backup", "web", "monitoring", "berlin", "munich", "edge", "lab", "db"];
  const services = ["borgbackup", "sshd", "zerotier", "monitoring", "users", "wifi", "syncthing"];
  const own = Object.fromEntries(
    Array.from({ length: machines }, (_, at) => [
      `machine-${String(at).padStart(4, "0")}`,
      tags.filter((_tag, index) => (at * 7 + index * 3) % (index + 2) === 1),
    ]),
  );
  const rows = Object.keys(own);
  return clan(
    "large",
    own,
    Object.fromEntries(
      Array.from({ length: instances }, (_, at) => [
        `${services[at % services.length]}-${["internal", "public", "site"][at % 3]}-${at}`,
        {
          service: services[at % services.length] ?? "",
          line: 2000 + 10 * at,
          roles: {
            server: [rows[(at * 31) % rows.length] ?? "", `#${tags[(at * 3) % tags.length]}`],
            client: at % 4 === 0 ? ["#all"] : [`#${tags[at % tags.length]}`, `#${tags[(at + 4) % tags.length]}`],
          },
        },
      ]),
    ),
  );
}

/** What may be more than is known, and names that mark up. */
export const odd = (() => {
  const odd = clan(
    'odd <&"> clan',
    { '<b>&"x"</b>': ["<tag>"], "a-machine-with-a-name-that-is-longer-than-any-column-would-ever-be": ["one", "two"] },
    { "<i>": { service: "&amp;", roles: { "<role>": ["#<tag>", "ghost"], other: ["#one", "#two"] } } },
    { machinesOpen: true, instancesOpen: true, unknown: [{ path: "inventory.machines", why: "read from a command", at: at(3) }] },
  );
  const [machine, instance] = [odd.machines[0], odd.instances[0]];
  if (machine && instance) {
    machine.open = true;
    instance.open = true;
  }
  return odd;
})();

/**
 * @param {...Clan} clans
 * @returns {Fleet}
 */
export function fleet(...clans) {
  return { format: 1, clans };
}
