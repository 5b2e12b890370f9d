//! Starts inventory-ls for Nix files in Zed, beside nil or nixd.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{
    register_extension, serde_json::Value, Command, Extension, LanguageServerId, Result, Worktree,
};

const SERVER: &str = "inventory-ls";

struct InventoryLs;

impl Extension for InventoryLs {
    fn new() -> InventoryLs {
        InventoryLs
    }

    /// The program that the settings name, or the one on the `PATH`.
    fn language_server_command(
        &mut self,
        _: &LanguageServerId,
        tree: &Worktree,
    ) -> Result<Command> {
        let binary = LspSettings::for_worktree(SERVER, tree)?.binary;
        let (path, args) = binary.map_or((None, None), |it| (it.path, it.arguments));
        let command = path.or_else(|| tree.which(SERVER));
        let command = command.ok_or("`inventory-ls` is not on the PATH: install it, or name it in `lsp.inventory-ls.binary.path`")?;
        Ok(Command { command, args: args.unwrap_or_default(), env: tree.shell_env() })
    }

    /// What the server is told at the start.
    fn language_server_initialization_options(
        &mut self,
        _: &LanguageServerId,
        tree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(SERVER, tree)?.settings)
    }
}

register_extension!(InventoryLs);
