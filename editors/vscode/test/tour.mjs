// What the server tells of the tour's clan, with its places: for tests that need no server.

const FILE = "file:///tour/clan.nix";

/** Without its comments. */
const LINES = `{
  meta.name = "tour";
  inventory.machines = {
    jon.tags = [ "laptop" "backup" ];
    sara.tags = [ "laptop" "backup" ];
    vault.tags = [ "server" ];
  };
  inventory.instances = {
    nightly = {
      module.name = "borgbackup";
      roles.client.tags = [ "backup" ];
      roles.server.machines.vault = { };
    };
    sshd = {
      roles.server.tags = [ "laptops" "server" ];
    };
  };
}`.split("\n");

/** @typedef {import("../src/fleet/protocol.ts").Place} Place */

/**
 * Where a text stands on a line that holds another.
 * @param {string} line
 * @param {string} text
 * @returns {Place}
 */
export function place(line, text) {
  const number = LINES.findIndex((it) => it.includes(line));
  const start = LINES[number]?.indexOf(text, LINES[number].indexOf(line)) ?? -1;
  if (start < 0) {
    throw new Error(`there is no ${text} on a line with ${line}`);
  }
  return [0, number, start, number, start + text.length];
}

/**
 * A definition whose binding goes on to the end of a line that holds `last`.
 * @param {string} line
 * @param {string} text
 * @param {string} last
 */
function definition(line, text, last = line) {
  const name = place(line, text);
  const [, lastLine] = place(last, last);
  /** @type {Place} */
  const whole = [0, name[1], name[2], lastLine, LINES[lastLine]?.length ?? 0];
  return { name, whole };
}

/**
 * @param {string} name
 * @param {[number, string][]} tags
 */
function machine(name, tags) {
  const line = `${name}.tags`;
  const carried = tags.map(([tag, text]) => ({ tag, at: place(line, text) }));
  /** @type {import("../src/fleet/protocol.ts").Machine} */
  const machine = { name, class: "nixos", tags: [...carried, { tag: 0, at: null }], at: [definition(line, name)], open: false };
  return machine;
}

/** @returns {import("../src/fleet/protocol.ts").Clan} */
export function tour() {
  const backup = [place("jon.tags", '"backup"'), place("sara.tags", '"backup"')];
  const nightly = 'roles.client.tags = [ "backup"';
  const sshd = 'roles.server.tags = [ "laptops"';
  return {
    name: "tour",
    root: "file:///tour",
    entry: FILE,
    files: [FILE],
    machines: [
      machine("jon", [[2, '"laptop"'], [1, '"backup"']]),
      machine("sara", [[2, '"laptop"'], [1, '"backup"']]),
      machine("vault", [[4, '"server"']]),
    ],
    tags: [
      { name: "all", builtIn: true, machines: [0, 1, 2], at: [] },
      { name: "backup", builtIn: false, machines: [0, 1], at: backup },
      { name: "laptop", builtIn: false, machines: [0, 1], at: [place("jon.tags", '"laptop"'), place("sara.tags", '"laptop"')] },
      { name: "laptops", builtIn: false, machines: [], at: [] },
      { name: "server", builtIn: false, machines: [2], at: [place("vault.tags", '"server"')] },
    ],
    instances: [
      {
        name: "nightly",
        module: { name: "borgbackup", input: "clan-core" },
        description: "Backups",
        at: [definition("nightly =", "nightly", "    };")],
        open: false,
        roles: [
          { name: "client", machines: [], tags: [{ name: "backup", at: place(nightly, '"backup"') }], members: [0, 1], at: [definition(nightly, "client")], open: false },
          { name: "server", machines: [{ name: "vault", at: place("machines.vault", "vault") }], tags: [], members: [2], at: [definition("roles.server.machines", "server")], open: false },
        ],
      },
      {
        name: "sshd",
        module: { name: "sshd", input: null },
        description: null,
        at: [definition("sshd =", "sshd", sshd)],
        open: false,
        roles: [
          { name: "server", machines: [], tags: [{ name: "laptops", at: place(sshd, '"laptops"') }, { name: "server", at: place(sshd, '"server"') }], members: [2], at: [definition(sshd, "server")], open: false },
        ],
      },
    ],
    machinesOpen: false,
    instancesOpen: false,
    unknown: [],
  };
}

/**
 * @param {import("../src/fleet/protocol.ts").Clan[]} clans
 * @returns {import("../src/fleet/protocol.ts").Fleet}
 */
export function fleet(...clans) {
  return { format: 1, clans };
}
