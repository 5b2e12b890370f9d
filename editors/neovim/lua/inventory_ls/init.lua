-- Starts inventory-ls for Nix files: by what Neovim 0.11 has for that, or by an autocommand before.

local compat = require('inventory_ls.compat')

local inventory_ls = {}

-- The one description of the server, also for who copies it alone.
local function description()
  return dofile(vim.api.nvim_get_runtime_file('lsp/inventory_ls.lua', false)[1])
end

-- The nearest folder with the first of these that is anywhere above.
local function root(file, markers)
  for _, marker in ipairs(markers) do
    local found = vim.fs.find(marker, { path = vim.fs.dirname(file), upward = true })[1]
    if found then return vim.fs.dirname(found) end
  end
end

local function start(buffer, config)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == '' or vim.bo[buffer].buftype ~= '' then return end
  vim.api.nvim_buf_call(buffer, function()
    vim.lsp.start(vim.tbl_extend('force', config, { root_dir = root(file, config.root_markers) }))
  end)
end

-- Neovim 0.8 to 0.10.
local function enable_by_autocommand(options)
  local config = vim.tbl_deep_extend('force', { name = compat.server }, description(), options)
  config.capabilities =
    vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), config.capabilities)
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('inventory_ls', { clear = true }),
    pattern = config.filetypes,
    callback = function(event) start(event.buf, config) end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.tbl_contains(config.filetypes, vim.bo[buffer].filetype) then start(buffer, config) end
  end
end

-- Starts the server for Nix files, those that are open too. `options` are those of |vim.lsp.ClientConfig|, such as
-- `cmd` and `settings`.
function inventory_ls.setup(options)
  if not compat.supported() then return compat.say(compat.too_old, vim.log.levels.ERROR) end
  options = options or {}
  if not vim.lsp.enable then return enable_by_autocommand(options) end
  vim.lsp.config(compat.server, options)
  vim.lsp.enable(compat.server)
end

return inventory_ls
