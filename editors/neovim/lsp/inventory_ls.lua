-- inventory-ls, the language server for Clan inventories: `vim.lsp.enable('inventory_ls')` on Neovim 0.11 or newer.
return {
  cmd = { 'inventory-ls' },
  filetypes = { 'nix' },
  root_markers = { '.clan-flake', 'flake.nix', '.git' },
}
