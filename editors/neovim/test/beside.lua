-- What a person sees who has a server for the language Nix beside inventory-ls: each thing once, from the one that
-- knows it. `cargo xtask test` runs it, with inventory-ls and python3 on the PATH:
--   nvim --clean --headless -l beside.lua FOLDER     (FOLDER: a copy of syntax-tests/tour, with a .clan-flake)

local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local check = dofile(vim.fs.joinpath(here, 'check.lua'))
local folder = assert(arg[1], 'which folder is the clan in?')
local stub = vim.fs.joinpath(vim.fs.dirname(vim.fs.dirname(here)), 'test-support', 'stub_server.py')

vim.opt.runtimepath:prepend(vim.fs.dirname(here))
vim.cmd('filetype on')
vim.lsp.config('nil_ls', { cmd = { 'python3', stub }, filetypes = { 'nix' } })
vim.lsp.enable({ 'nil_ls', 'inventory_ls' })

local file = vim.fs.joinpath(folder, 'beside.nix')
vim.fn.writefile({
  'let saved = "backup"; in {',
  '  meta.name = "beside";',
  '  imports = [ ./clan.nix ];',
  '  inventory.machines.ada.tags = [ saved "phone" ];',
  '  inventory.instances.ssh.roles.server.tags = [ "phone" ];',
  '}',
}, file)
vim.cmd.edit(file)

local ours, nix

-- Who says something of what stands there.
local function who_tells(method, before, what)
  local line, column = check.place(before, what)
  local told = {}
  for name, client in pairs({ inventory_ls = ours, nil_ls = nix }) do
    local answer = check.ask(client, method, { position = { line = line - 1, character = column } })
    if answer and not (vim.islist(answer) and #answer == 0) then table.insert(told, name) end
  end
  table.sort(told)
  return told
end

check.test('both servers start, the one for clans first', function()
  nix, ours = check.client('nil_ls'), check.client()
  local order = vim.tbl_map(function(client) return client.name end, vim.lsp.get_clients({ bufnr = 0 }))
  check.equal(order, { 'inventory_ls', 'nil_ls' })
end)

check.test('what a variable is tells the one, what a tag is the other', function()
  for method, of_variable in pairs({
    ['textDocument/hover'] = { 'nil_ls' },
    ['textDocument/definition'] = { 'nil_ls' },
    ['textDocument/documentHighlight'] = { 'nil_ls' },
  }) do
    check.equal(who_tells(method, 'tags = [ ', 'saved'), of_variable)
    check.equal(who_tells(method, 'server.tags = [ "', 'phone'), { 'inventory_ls' })
  end
end)

check.test('one hover is shown of a tag', function()
  check.go('server.tags = [ "', 'phone')
  vim.lsp.buf.hover()
  local text = check.wait('the hover', check.float)
  check.contains(text, 'phone')
  -- Of several answers, Neovim writes above each whose it is.
  check.equal(text:find('nil_ls', 1, true), nil)
end)

check.test('a definition is found once', function()
  check.go('tags = [ ', 'saved')
  vim.lsp.buf.definition()
  check.wait('the variable', function() return vim.fn.line('.') == 1 end)
  check.go('server.tags = [ "', 'phone')
  vim.lsp.buf.definition()
  check.wait('the machine', function() return vim.fn.line('.') == 4 end)
  check.equal(#vim.fn.getqflist(), 0)
end)

check.test('no proposal comes twice', function()
  local line, column = check.place('tags = [ ', 'saved')
  local tags, variables = check.completions(ours, line, column), check.completions(nix, line, column)
  check.equal(vim.tbl_contains(tags, 'phone'), true)
  check.equal(vim.tbl_contains(variables, 'saved'), true)
  check.equal(vim.tbl_filter(function(it) return vim.tbl_contains(tags, it) end, variables), {})
  line, column = check.place('server.tags = [ "', 'phone')
  check.equal(check.completions(nix, line, column), {})
end)

check.test('links, folding and selecting are left to the other, variables that nothing binds too', function()
  for _, feature in ipairs({ 'documentLink', 'foldingRange', 'selectionRange' }) do
    check.equal(ours.server_capabilities[feature .. 'Provider'], nil)
    check.equal(nix.server_capabilities[feature .. 'Provider'] ~= nil, true)
  end
  check.typed('tags = [ ', 'saved', 'nowhere', function()
    -- Whatever is published comes before the answer, or not long after.
    check.ask(ours, 'textDocument/documentSymbol', {})
    vim.wait(500, function() return false end)
    check.equal(vim.diagnostic.get(0), {})
  end)
end)

check.test('the new name of a machine goes everywhere, that of a variable too', function()
  local function renamed(before, what, to, expected)
    check.go(before, what)
    vim.lsp.buf.rename(to)
    check.wait(to, function()
      local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
      local _, count = text:gsub(to, '')
      return count == expected
    end)
    vim.cmd('silent undo')
  end
  renamed('server.tags = [ "', 'phone', 'mobile', 2)
  renamed('tags = [ ', 'saved', 'kept', 2)
end)

check.finish()
