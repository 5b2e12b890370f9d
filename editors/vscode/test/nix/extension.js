// An extension for the language Nix, as Nix IDE is one: it runs a server of its own on every Nix file.

const path = require("node:path");
const { LanguageClient } = require("vscode-languageclient/node");

const SERVER = path.join(__dirname, "../../../test-support/stub_server.py");

exports.activate = async function activate() {
  const documentSelector = [{ scheme: "file", language: "nix" }];
  const command = { command: "python3", args: [SERVER] };
  const client = new LanguageClient("nix", "Nix", command, { documentSelector });
  await client.start();
};
