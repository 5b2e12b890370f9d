// VS Code as a server of its own, and windows of it in a browser.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as net from "node:net";
import * as path from "node:path";

/** In milliseconds: for what takes seconds on a busy machine. */
const PATIENCE = 60_000;

// As root, in a closed network, Chromium needs to be told what to leave alone.
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @typedef {{ installed: string, home: string, chromium: string, extension: string }} Places */

/**
 * Runs something in a new page, with a VS Code that has the extension. Where it is `driven` by a suite, VS Code tells the
 * page how that ended, and shows no messages.
 * @template T
 * @param {Places} places
 * @param {{ driven: boolean }} how
 * @param {(editor: Editor, page: any) => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function inWindow(places, how, run) {
  const { chromium } = createRequire(path.join(places.installed, "index.js"))("playwright-core");
  const editor = new Editor(places);
  const browser = await chromium.launch({ executablePath: places.chromium, args: CHROMIUM_ARGS });
  try {
    editor.install();
    await editor.start(how);
    return await run(editor, await browser.newPage());
  } finally {
    await browser.close();
    await editor.stop();
  }
}

/** VS Code, as a server of windows. */
export class Editor {
  /** @param {Places} places */
  constructor(places) {
    this.places = places;
    this.url = "";
    /** @type {import("node:child_process").ChildProcess | undefined} */
    this.server = undefined;
  }

  install() {
    const args = this.args("--install-extension", this.places.extension);
    const install = spawnSync(process.execPath, args, this.options());
    if (install.status !== 0) {
      throw new Error(`the extension can't be installed:\n${install.stdout}${install.stderr}`);
    }
  }

  /** @param {{ driven: boolean }} how */
  async start({ driven }) {
    const port = await freePort();
    this.url = `127.0.0.1:${port}`;
    const log = fs.openSync(this.log(), "a");
    const serve = [
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...["--telemetry-level", "off", "--disable-workspace-trust"],
      ...(driven ? ["--enable-smoke-test-driver"] : []),
    ];
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = ["ignore", log, log];
    this.server = spawn(process.execPath, this.args(...serve), { ...this.options(), stdio });
    await this.answers();
  }

  async stop() {
    if (this.server?.exitCode === null && this.server.kill()) {
      await once(this.server, "exit");
    }
  }

  /**
   * Writes the user's settings, which open windows read at once.
   * @param {Record<string, string>} settings
   */
  settings(settings) {
    const folder = path.join(this.places.home, "user", "Machine");
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "settings.json"), JSON.stringify(settings));
  }

  /**
   * The address of a window with a folder.
   * @param {string} folder
   * @param {[string, string][]} payload names and files
   */
  window(folder, payload) {
    const remote = payload.map(([name, file]) => [name, `vscode-remote://${this.url}${file}`]);
    const asked = new URLSearchParams({ folder, payload: JSON.stringify(remote) });
    return `http://${this.url}/?${asked}`;
  }

  /** @param {string[]} args */
  args(...args) {
    const { installed, home } = this.places;
    const folder = (/** @type {string} */ name) => path.join(home, name);
    return [
      path.join(installed, "vscode/out/server-main.js"),
      ...["--server-data-dir", folder("data"), "--user-data-dir", folder("user")],
      ...["--extensions-dir", folder("extensions"), "--accept-server-license-terms", ...args],
    ];
  }

  /** An environment in which nothing but the settings leads to a server. */
  options() {
    const folders = (process.env["PATH"] ?? "").split(path.delimiter);
    const without = folders.filter((it) => !fs.existsSync(path.join(it, "inventory-ls")));
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...process.env,
      PATH: without.join(path.delimiter),
      HOME: this.places.home,
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    };
    delete env["INVENTORY_LS_PATH"];
    return { env, encoding: /** @type {const} */ ("utf8") };
  }

  async answers() {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const answer = await fetch(`http://${this.url}/`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`VS Code does not answer:\n${fs.readFileSync(this.log(), "utf8")}`);
  }

  log() {
    return path.join(this.places.home, "vscode.log");
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
