// Where the server is: the first place that was named, or where programs are found.

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** The places where a server may be named or found, in the order in which they count. */
export interface Places {
  /** The value of `INVENTORY_LS_PATH`. */
  environment: string | undefined;
  /** The value of the setting `inventory-ls.server.path`. */
  setting: string | undefined;
  /** The value of `PATH`. */
  searchPath: string | undefined;
  /** The folder in which the extension may bring a server. */
  bundled: string;
}

/** The server's program; or why there is none, and what to do. */
export type Found = { program: string } | { problem: string };

const NAME = process.platform === "win32" ? "inventory-ls.exe" : "inventory-ls";

/** Finds the server. A place that was named must have it: nothing else is started in its stead. */
export function findServer(places: Places): Found {
  if (places.environment) {
    return named(places.environment, "The environment variable INVENTORY_LS_PATH");
  }
  if (places.setting) {
    return named(places.setting, "The setting inventory-ls.server.path");
  }
  const folders = (places.searchPath ?? "").split(path.delimiter).filter(path.isAbsolute);
  const programs = [...folders, places.bundled].map((folder) => path.join(folder, NAME));
  const program = programs.find(isProgram);
  if (program) {
    return { program };
  }
  return {
    problem:
      "The program inventory-ls is not on the PATH. Install it, or name it in the setting " +
      "inventory-ls.server.path; then run the command “Clan Inventory: Restart the Server”.",
  };
}

function named(place: string, by: string): Found {
  const program = place.startsWith("~/") ? path.join(os.homedir(), place.slice(2)) : place;
  if (path.isAbsolute(program) && isProgram(program)) {
    return { program };
  }
  const flaw = path.isAbsolute(program) ? "is no program" : "is no absolute path";
  return { problem: `${by} names “${place}”, which ${flaw}. Correct it, or remove it.` };
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
