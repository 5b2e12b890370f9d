// What the status bar says, without VS Code: what is known of the clan, or why nothing is.

import type { Clan, Fleet } from "../fleet/protocol.ts";
import { linkTo, spotOf } from "../fleet/spot.ts";
import { count, escaped, nameOf } from "../fleet/words.ts";
import type { ServerState } from "../state.ts";

/** How many mistakes of each weight. */
export interface Count {
  errors: number;
  warnings: number;
}

/** All that the status is made of. */
export interface Seen {
  server: ServerState;
  fleet: Fleet | undefined;
  /** The file in front. */
  file: string | undefined;
  problems: (clan: Clan) => Count;
}

export interface Status {
  text: string;
  /** In Markdown. */
  tooltip: string;
  /** Is the server itself not there? A mistake in the clan is told by its count. */
  isBroken: boolean;
}

/** What the views can show: the context key `inventory-ls.state`. */
export type Data = ServerState["kind"] | "empty" | "full";

/** More places than these are not listed in the tooltip. */
const MOST_LISTED = 5;

const ICON = "$(list-tree)";

export function statusOf(seen: Seen): Status {
  const { server, fleet } = seen;
  const said = [...about(seen), aboutServer(server)].filter((it) => it !== "");
  const tooltip = said.join("\n\n");
  switch (server.kind) {
    case "missing":
      return { text: "$(error) Clan: no server", tooltip, isBroken: true };
    case "stopped":
      return { text: "$(error) Clan: the server has stopped", tooltip, isBroken: true };
    case "starting":
      return { text: "$(loading~spin) Clan", tooltip, isBroken: false };
    case "running":
      break;
  }
  if (!fleet) {
    return { text: "$(loading~spin) Clan", tooltip, isBroken: false };
  }
  const clan = clanInFront(fleet, seen.file);
  if (!clan) {
    const text = fleet.clans.length > 0 ? `${ICON} ${fleet.clans.length} clans` : `${ICON} no clan`;
    return { text, tooltip, isBroken: false };
  }
  return { text: `${ICON} ${shortly(clan, seen.problems(clan))}`, tooltip, isBroken: false };
}

/** What the views have to show. */
export function dataOf(server: ServerState, fleet: Fleet | undefined): Data {
  if (server.kind !== "running") {
    return server.kind;
  }
  if (!fleet) {
    return "starting";
  }
  return fleet.clans.length > 0 ? "full" : "empty";
}

/** Why there is nothing to show, in a sentence; or nothing where there is. */
export function whyEmpty(server: ServerState, fleet: Fleet | undefined): string | undefined {
  switch (server.kind) {
    case "missing":
      return server.problem;
    case "stopped":
      return "The server has stopped; the log tells why.";
    case "starting":
      return "The server is starting.";
    case "running":
      return fleet && fleet.clans.length === 0 ? sentence(fleet.why ?? "there is no clan here") : undefined;
  }
}

/** The server's words begin small, as those of its command line do. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The only clan, or the one that the file in front belongs to. */
export function clanInFront(fleet: Fleet, file: string | undefined): Clan | undefined {
  const [first, ...others] = fleet.clans;
  if (others.length === 0 || file === undefined) {
    return others.length === 0 ? first : undefined;
  }
  const isOf = (clan: Clan) => clan.files.includes(file) || file.startsWith(`${clan.root}/`);
  // Clans may lie in each other: the deepest is meant.
  const around = fleet.clans.filter(isOf).sort((a, b) => b.root.length - a.root.length);
  return around.find((clan) => clan.files.includes(file)) ?? around[0];
}

/** `tour: 3 machines, 1 error, 2 warnings`. */
export function shortly(clan: Clan, { errors, warnings }: Count): string {
  const parts = [
    count(clan.machines.length, "machine", clan.machinesOpen),
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ];
  return `${nameOf(clan)}: ${parts.join(", ")}`;
}

function about(seen: Seen): string[] {
  const why = whyEmpty(seen.server, seen.fleet);
  if (why !== undefined) {
    return [escaped(why)];
  }
  return (seen.fleet?.clans ?? []).flatMap((clan) => aboutClan(clan, seen.problems(clan)));
}

function aboutClan(clan: Clan, { errors, warnings }: Count): string[] {
  const has = [
    count(clan.machines.length, "machine", clan.machinesOpen),
    count(clan.instances.length, "instance", clan.instancesOpen),
    count(clan.tags.length, "tag"),
  ];
  const root = decodeURIComponent(clan.root.replace(/^file:\/\//, ""));
  const problems = errors + warnings > 0 ? `${count(errors, "error")}, ${count(warnings, "warning")}` : "no mistakes";
  return [`**${escaped(nameOf(clan))}** in [${escaped(root)}](${clan.entry})`, `${has.join(", ")}; ${problems}`, notFollowed(clan)];
}

function notFollowed(clan: Clan): string {
  const { unknown } = clan;
  if (unknown.length === 0) {
    return "";
  }
  const listed = unknown.slice(0, MOST_LISTED).map(({ path, why, at }) => {
    const spot = spotOf(clan, at);
    return `- \`${path}\`: ${escaped(why)}${spot ? ` (${linkTo(spot)})` : ""}`;
  });
  const more = unknown.length - listed.length;
  const lines = more > 0 ? [...listed, `- and ${more} more`] : listed;
  const values = count(unknown.length, "value");
  return `Incomplete: ${values} could not be followed.\n\n${lines.join("\n")}`;
}

function aboutServer(server: ServerState): string {
  if (server.kind === "missing" || server.program === undefined) {
    return "";
  }
  const version = server.kind === "running" ? (server.version ?? "") : "";
  return `---\n\ninventory-ls ${escaped(version)} (${escaped(server.program)})`;
}
