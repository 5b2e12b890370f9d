-- inventory-ls, the language server for Clan inventories: `vim.lsp.enable('inventory_ls')` on Neovim 0.11 or newer.
-- It stands alone: what else is in this plugin (`:help inventory_ls`) needs it, but not the other way round.

-- Lists places, as of the machines of a role.
local function show_references(command, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  local items = vim.lsp.util.locations_to_items(command.arguments[3], client.offset_encoding)
  vim.fn.setqflist({}, ' ', { title = command.title, items = items })
  vim.cmd('botright copen')
end

-- Asks what would change without what stands at a place, and shows it in a float.
local function show_preview(command, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  local params = { command = 'inventory-ls.preview', arguments = command.arguments }
  local function show(_, preview)
    if preview then
      local lines = vim.split(preview.markdown, '\n')
      vim.lsp.util.open_floating_preview(lines, 'markdown', { focus_id = 'inventory-ls.preview' })
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, show, context.bufnr)
  else
    client.request('workspace/executeCommand', params, show, context.bufnr)
  end
end

local commands = {
  ['inventory-ls.showReferences'] = show_references,
  ['inventory-ls.showPreview'] = show_preview,
}

return {
  cmd = { 'inventory-ls' },
  filetypes = { 'nix' },
  root_markers = { '.clan-flake', 'flake.nix', '.git' },
  commands = commands,
  capabilities = {
    experimental = { commands = { commands = vim.tbl_keys(commands) } },
    -- Neovim draws tables of Markdown as they are written, and makes room for the addresses that it hides.
    textDocument = { hover = { contentFormat = { 'plaintext' } } },
  },
}
