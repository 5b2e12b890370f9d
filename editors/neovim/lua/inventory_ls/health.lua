-- `:checkhealth inventory_ls`

local compat = require('inventory_ls.compat')
local fleet = require('inventory_ls.fleet')

local health = {}

-- Until 0.9 they had longer names.
local report = vim.health or require('health')
local start = report.start or report.report_start
local ok = report.ok or report.report_ok
local info = report.info or report.report_info
local warn = report.warn or report.report_warn
local fail = report.error or report.report_error

local function editor()
  local version = vim.version()
  local text = ('Neovim %d.%d.%d'):format(version.major, version.minor, version.patch)
  if vim.fn.has('nvim-0.11') == 1 then return ok(text) end
  if compat.supported() then return ok(text .. ', by an autocommand') end
  fail(text, compat.too_old)
end

-- The command that starts the server, of the client that runs or as it would.
local function command()
  local client = fleet.clients()[1]
  local config = client and client.config or (vim.lsp.config and vim.lsp.config[compat.server])
  return config and type(config.cmd) == 'table' and config.cmd[1] or 'inventory-ls'
end

local function program()
  local name = command()
  local path = vim.fn.exepath(name)
  if path == '' then
    return fail(('`%s` is no program on the PATH'):format(name), {
      'Install it: `cargo install --path server/inventory-ls` in a clone of the repository',
      "Or tell where it is: `require('inventory_ls').setup({ cmd = { '/path/to/inventory-ls' } })`",
    })
  end
  ok(('%s, %s'):format(vim.trim(vim.fn.system({ path, '--version' })), path))
end

local function names_of_buffers(client)
  local names = {}
  for buffer in pairs(client.attached_buffers or {}) do
    if vim.api.nvim_buf_is_valid(buffer) then
      table.insert(names, vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':~:.'))
    end
  end
  table.sort(names)
  return table.concat(names, ', ')
end

-- Other servers of the same buffers.
local function others(client)
  local names = {}
  for buffer in pairs(client.attached_buffers or {}) do
    for _, other in ipairs(compat.clients({ bufnr = buffer })) do
      if other.id ~= client.id then names[other.name] = true end
    end
  end
  names = vim.tbl_keys(names)
  table.sort(names)
  if #names == 0 then return info('no other server runs beside') end
  info(('beside it: %s'):format(table.concat(names, ', ')))
end

local function settings(client)
  local said = (client.config.settings or {})['inventory-ls']
  if said == nil then return info("the editor's settings: none") end
  info("the editor's settings: " .. vim.inspect(said))
end

local function clans(client)
  local found, why = fleet.of_clients({ client })
  for _, clan in ipairs(found) do
    ok(('the clan %s in %s: %d machines, %d tags, %d instances'):format(
      clan.name or 'without a name',
      vim.fn.fnamemodify(vim.uri_to_fname(clan.root), ':~'),
      #clan.machines,
      #clan.tags,
      #clan.instances
    ))
  end
  if #found == 0 then warn('no clan: ' .. (why or 'the server does not say why')) end
end

function health.check()
  start('inventory_ls')
  editor()
  if not compat.supported() then return end
  program()
  local running = fleet.clients()
  if #running == 0 then
    return warn('the server does not run', {
      "Start it for Nix files: `require('inventory_ls').setup()`, or `vim.lsp.enable('inventory_ls')`",
      'Open a Nix file: it starts with the first',
    })
  end
  for _, client in ipairs(running) do
    ok(('client %d at %s, for %s'):format(client.id, client.config.root_dir or 'no root', names_of_buffers(client)))
    others(client)
    settings(client)
    clans(client)
  end
end

return health
