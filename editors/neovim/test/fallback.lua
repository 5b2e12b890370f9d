-- That the plugin gets along without what came after Neovim 0.8: it is run with all of that out of its sight.
-- `cargo xtask test` runs it, with inventory-ls on the PATH:
--   nvim --clean --headless -l fallback.lua FOLDER     (FOLDER: a copy of syntax-tests/tour, with a .clan-flake)

local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local check = dofile(vim.fs.joinpath(here, 'check.lua'))
local folder = assert(arg[1], 'which folder is the clan in?')
local plugin = vim.fs.dirname(here)

-- A table without some of its fields, and with others instead.
local function without(table, gone, instead)
  local hidden = {}
  for _, name in ipairs(gone) do
    hidden[name] = true
  end
  return setmetatable(instead or {}, {
    __index = function(_, name)
      if not hidden[name] then return table[name] end
    end,
  })
end

-- Is it not newer than the version that is played?
local function has(version)
  return function(feature)
    local wanted = feature:match('^nvim%-0%.(%d+)$')
    if wanted then return tonumber(wanted) <= version and 1 or 0 end
    return vim.fn.has(feature)
  end
end

-- What the plugin said last, and all that it reported on its health.
local said, reported = nil, {}
local function note(text) table.insert(reported, text) end

-- What a plugin sees of Neovim 0.`version`, for versions below 9 (what they have, those up to 0.10 have too).
local function neovim(version)
  local lsp = { 'enable', 'config', 'is_enabled', 'get_clients', 'inlay_hint', version < 8 and 'start' }
  return without(vim, { 'iter', 'system', 'islist', 'uv', 'ringbuf', 'snippet', 'version', 'text' }, {
    fn = without(vim.fn, {}, { has = has(version) }),
    fs = without(vim.fs, { 'root', 'joinpath', 'abspath', 'relpath', 'rm' }),
    lsp = without(vim.lsp, lsp, { util = without(vim.lsp.util, { 'show_document' }) }),
    version = function() return { major = 0, minor = version, patch = 0 } end,
    notify = function(text) said = text end,
    health = { report_start = note, report_ok = note, report_info = note, report_warn = note, report_error = note },
  })
end

-- The plugin's modules, as that version runs them.
local function played(version)
  local old, loaded = setmetatable({ vim = neovim(version) }, { __index = _G }), {}
  function old.require(name)
    local file = 'lua/' .. name:gsub('%.', '/')
    local path = vim.api.nvim_get_runtime_file(file .. '.lua', false)[1] or vim.fs.joinpath(plugin, file, 'init.lua')
    if not loaded[name] then loaded[name] = setfenv(assert(loadfile(path)), old)() end
    return loaded[name]
  end
  function old.dofile(path) return setfenv(assert(loadfile(path)), old)() end
  return old.require
end

-- Only what is old is left.
vim.deprecate = function() end
vim.opt.runtimepath:prepend(plugin)
vim.cmd('filetype on')

check.test('an older one is told which it takes', function()
  local require = played(7)
  require('inventory_ls').setup()
  check.contains(said, 'Neovim 0.8 or newer')
  said = nil
  require('inventory_ls.command').run('jon')
  check.contains(said, 'Neovim 0.8 or newer')
  check.equal(require('inventory_ls.command').complete('j'), {})
end)

local require = played(8)
local client

check.test('the server starts for a file that is open, with its settings, and serves the next', function()
  vim.cmd.edit(vim.fs.joinpath(folder, 'clan.nix'))
  require('inventory_ls').setup({ settings = { ['inventory-ls'] = { diagnostics = { ['unknown-tag'] = 'off' } } } })
  client = check.client()
  check.equal(client.root_dir, folder)
  vim.cmd.edit(vim.fs.joinpath(folder, 'other.nix'))
  check.equal(check.client().id, client.id)
  vim.cmd.edit(vim.fs.joinpath(folder, 'clan.nix'))
  check.diagnostics({
    { 'unknown-role', 'ERROR', 'roles.', 'servr' },
    { 'tag-used-as-machine', 'WARN', 'client.machines.', 'all' },
  })
end)

check.test('what would change without a tag is shown', function()
  local line, column = check.place('client.tags = [ "', 'backup')
  local at = { line = line - 1, character = column }
  local command = { arguments = { { textDocument = { uri = vim.uri_from_bufnr(0) }, position = at } } }
  client.commands['inventory-ls.showPreview'](command, { client_id = client.id, bufnr = 0 })
  check.wait('the preview', function() return (check.float() or ''):find('backup', 1, true) end)
  vim.cmd.fclose()
end)

check.test('what a tag comes down to is shown', function()
  check.go('client.tags = [ "', 'backup')
  require('inventory_ls.command').run('')
  check.contains(check.wait('the window', check.float), '# Tag `backup`: 2 machines')
  check.press('q')
  check.wait('the end of the window', function() return not check.float() end)
end)

check.test('the report on health speaks of it', function()
  require('inventory_ls.health').check()
  local report = table.concat(reported, '\n')
  check.contains(report, 'by an autocommand')
  check.contains(report, 'at ' .. folder)
end)

check.finish()
