-- What the plugin adds to the server: its command, its help, its report on health. `cargo xtask test` runs it, with
-- inventory-ls on the PATH:
--   nvim --clean --headless -l plugin.lua FOLDER     (FOLDER: a copy of syntax-tests/tour, with a .clan-flake)

local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local check = dofile(vim.fs.joinpath(here, 'check.lua'))
local folder = assert(arg[1], 'which folder is the clan in?')

-- As a package of Neovim's own, and what a user writes.
local package = vim.fs.joinpath(vim.fn.stdpath('data'), 'site/pack/clan/opt/inventory_ls')
vim.fn.mkdir(vim.fs.dirname(package), 'p')
assert(vim.uv.fs_symlink(vim.fs.dirname(here), package))
vim.opt.packpath:prepend(vim.fs.joinpath(vim.fn.stdpath('data'), 'site'))
vim.cmd.packadd('inventory_ls')
vim.cmd('filetype on')

local said
vim.notify = function(text) said = text end

-- The lines of the command's window.
local function window()
  return vim.split(check.wait('the window', check.float), '\n')
end

local function closed()
  check.wait('the end of the window', function() return not check.float() end)
end

-- `clan.nix:` and the line where the text stands.
local function at(before, what)
  return ('clan.nix:%d'):format(check.place(before, what))
end

-- Without the room between the columns.
local function squeezed(lines)
  return vim.tbl_map(function(line) return (line:gsub('%s%s+', ' | ')) end, lines)
end

check.test('without a server, the command says where to look', function()
  vim.cmd('ClanInventory jon')
  check.contains(said, ':checkhealth inventory_ls')
end)

check.test('the report on health says that nothing runs', function()
  vim.cmd('checkhealth inventory_ls')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  check.contains(report, 'OK inventory-ls 0.')
  check.contains(report, 'the server does not run')
  vim.cmd('bwipeout')
end)

check.test('setup starts the server', function()
  require('inventory_ls').setup({ settings = { ['inventory-ls'] = { preset = 'companion' } } })
  vim.cmd.edit(vim.fs.joinpath(folder, 'clan.nix'))
  check.client()
end)

check.test('what the tag under the cursor comes down to', function()
  check.go('client.tags = [ "', 'backup')
  local expected = {
    '# Tag `backup`: 2 machines | ' .. at('jon.tags = [ "laptop" "', 'backup'),
    '- jon | ' .. at('', 'jon.tags'),
    '- sara | ' .. at('', 'sara.tags'),
    '',
    '## Used by',
    '- nightly client | ' .. at('roles.', 'client.tags'),
  }
  vim.cmd('ClanInventory')
  check.equal(squeezed(window()), expected)
  check.press('q')
  closed()
end)

check.test('what a machine comes down to', function()
  local expected = {
    '# Machine `jon` (nixos) | ' .. at('', 'jon.tags'),
    '',
    '## Tags',
    '- laptop | ' .. at('', 'jon.tags'),
    '- backup | ' .. at('', 'jon.tags'),
    '- all',
    '- nixos',
    '',
    '## Roles',
    '- nightly client, by the tag backup | ' .. at('roles.', 'client.tags'),
  }
  vim.cmd('ClanInventory jon')
  check.equal(squeezed(window()), expected)
  check.press('<Esc>')
  closed()
end)

check.test('what an instance comes down to, and Enter and gf go to the place', function()
  local _, use = check.place('', 'client.tags'), { check.place('client.tags = [ ', '"backup"') }
  vim.cmd('ClanInventory nightly')
  local lines = squeezed(window())
  check.contains(lines[1], '# Instance `nightly`: service borgbackup of clan-core')
  for number, line in ipairs(lines) do
    if line:find('- sara, by the tag backup', 1, true) then vim.api.nvim_win_set_cursor(0, { number, 0 }) end
  end
  check.press('gf')
  check.equal(vim.api.nvim_win_get_cursor(0), use)
  closed()
  vim.cmd('ClanInventory sara')
  window()
  check.press('gg<CR>')
  check.equal({ vim.api.nvim_win_get_cursor(0)[1] }, { (check.place('', 'sara.tags')) })
end)

check.test('names are completed', function()
  check.equal(vim.fn.getcompletion('ClanInventory s', 'cmdline'), { 'sara', 'server', 'sshd' })
end)

check.test('what is no name of the clan is said to be none', function()
  vim.cmd('ClanInventory nobody')
  check.contains(said, 'no machine, tag or instance `nobody`')
end)

check.test('the report on health tells the clan, and what runs', function()
  vim.cmd('checkhealth inventory_ls')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
  check.contains(report, 'the clan tour in')
  check.contains(report, '3 machines')
  check.contains(report, 'clan.nix')
  check.contains(report, 'no other server runs beside')
  check.contains(report, 'preset = "companion"')
  vim.cmd('bwipeout')
end)

check.test('of several clans, that of the buffer is told, and else all that have the name', function()
  local other = vim.fs.joinpath(vim.fs.dirname(folder), 'other')
  vim.fn.mkdir(other, 'p')
  vim.fn.writefile({}, vim.fs.joinpath(other, '.clan-flake'))
  vim.fn.writefile({
    '{ meta.name = "other"; inventory.machines = { jon.tags = [ "phone" ]; eva = { }; }; }',
  }, vim.fs.joinpath(other, 'clan.nix'))
  vim.cmd.split(vim.fs.joinpath(other, 'clan.nix'))
  check.client()
  check.equal(vim.fn.getcompletion('ClanInventory s', 'cmdline'), { 'sara', 'server', 'sshd' })
  check.equal(vim.fn.getcompletion('ClanInventory e', 'cmdline'), { 'eva' })
  vim.cmd('ClanInventory jon')
  local text = table.concat(window(), '\n')
  check.contains(text, '- phone')
  check.equal(text:find('laptop', 1, true), nil)
  check.press('q')
  closed()
  vim.cmd('ClanInventory sara')
  check.contains(window()[2], '# Machine `sara`')
  check.press('q')
  closed()
  vim.cmd('bwipeout')
end)

check.test('without a clan, it is said why', function()
  local empty = vim.fs.joinpath(vim.fs.dirname(folder), 'empty')
  vim.fn.mkdir(empty, 'p')
  vim.fn.writefile({ '{ description = "no clan"; outputs = { self }: { }; }' }, vim.fs.joinpath(empty, 'flake.nix'))
  for _, client in ipairs(vim.lsp.get_clients()) do
    client:stop(true)
    check.wait('the end of the server', function() return client:is_stopped() end)
  end
  vim.cmd('%bwipeout!')
  vim.cmd.edit(vim.fs.joinpath(empty, 'flake.nix'))
  check.client()
  said = nil
  vim.cmd('ClanInventory jon')
  check.contains(check.wait('why', function() return said end), 'clan')
end)

check.test('the help has its tags', function()
  vim.fn.mkdir(vim.fs.joinpath(vim.fn.stdpath('state'), 'doc'), 'p')
  local copy = vim.fs.joinpath(vim.fn.stdpath('state'), 'doc')
  vim.uv.fs_copyfile(vim.fs.joinpath(vim.fs.dirname(here), 'doc/inventory_ls.txt'), vim.fs.joinpath(copy, 'inventory_ls.txt'))
  vim.cmd.helptags(vim.fn.fnameescape(copy))
  local tags = table.concat(vim.fn.readfile(vim.fs.joinpath(copy, 'tags')), '\n')
  for _, tag in ipairs({ 'inventory_ls', 'inventory_ls.setup()', ':ClanInventory', 'inventory_ls-health' }) do
    check.contains('\n' .. tags, '\n' .. tag .. '\t')
  end
  vim.opt.runtimepath:append(vim.fn.stdpath('state'))
  vim.cmd('help :ClanInventory')
  check.contains(vim.api.nvim_get_current_line(), '*:ClanInventory*')
end)

check.finish()
