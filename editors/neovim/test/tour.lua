-- What a person with Neovim sees of the tour's clan. `cargo xtask test` runs it, with inventory-ls on the PATH:
--   nvim --clean --headless -l tour.lua FOLDER     (FOLDER: a copy of syntax-tests/tour, with a .clan-flake)

local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local check = dofile(vim.fs.joinpath(here, 'check.lua'))
local folder = assert(arg[1], 'which folder is the clan in?')

-- What the README tells a user to do.
vim.opt.runtimepath:prepend(vim.fs.dirname(here))
vim.cmd('filetype on')
vim.lsp.enable('inventory_ls')
vim.cmd.edit(vim.fs.joinpath(folder, 'clan.nix'))

local client

check.test('the server starts, at the root of the clan', function()
  client = check.wait('a client', function()
    local found = vim.lsp.get_clients({ bufnr = 0, name = 'inventory_ls' })[1]
    return found and found.initialized and found
  end)
  check.equal(client.root_dir, folder)
end)

local unknown_tag = { 'unknown-tag', 'WARN', 'server.tags = [ ', '"laptops"' }
local tag_as_machine = { 'tag-used-as-machine', 'WARN', 'client.machines.', 'all' }
local unknown_role = { 'unknown-role', 'ERROR', 'roles.', 'servr' }

check.test('three mistakes are marked', function()
  check.diagnostics({ unknown_role, unknown_tag, tag_as_machine })
end)

check.test('the hover of a tag names its machines', function()
  local line, column = check.place('client.tags = [ "', 'backup')
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.lsp.buf.hover()
  local text = check.wait('the hover', check.float)
  check.contains(text, '2 machines')
  for _, machine in ipairs({ 'jon', 'sara' }) do
    check.contains(text, ('[%s](file://'):format(machine))
    check.contains(text, ('[clan.nix:%d](file://'):format(check.place('', machine .. '.tags')))
  end
end)

-- What the server answers about the file.
local function ask(method, params)
  params.textDocument = vim.lsp.util.make_text_document_params(0)
  local answer, problem = client:request_sync(method, params, 60000, 0)
  if not answer or answer.err then error(problem or vim.inspect(answer.err)) end
  return answer.result
end

check.test('a tag is followed by its machines', function()
  local line = check.place('client.tags = [ "', 'backup')
  local range = { start = { line = line - 1, character = 0 }, ['end'] = { line = line, character = 0 } }
  local hint = ask('textDocument/inlayHint', { range = range })[1]
  check.equal(vim.tbl_map(function(part) return part.value end, hint.label), { 'jon', ', ', 'sara' })
end)

check.test('the lens of a role lists its machines', function()
  local line = check.place('roles.', 'client')
  local lens = vim.iter(ask('textDocument/codeLens', {})):find(function(it)
    return it.range.start.line == line - 1
  end)
  local answer = assert(client:request_sync('codeLens/resolve', lens, 60000, 0))
  local command = answer.result.command
  check.equal(command.title, '2 machines')
  client:exec_cmd(command, { bufnr = 0 })
  check.equal(#vim.fn.getqflist(), 2)
  vim.cmd.cclose()
end)

check.test('what would change without a tag is shown', function()
  local line, column = check.place('client.tags = [ "', 'backup')
  local at = { line = line - 1, character = column }
  local context = { diagnostics = {}, triggerKind = 1 }
  local range = { start = at, ['end'] = at }
  local action = vim.iter(ask('textDocument/codeAction', { range = range, context = context })):find(function(it)
    return it.title == 'What would change without `backup`?'
  end)
  client:exec_cmd(action.command, { bufnr = 0 })
  check.wait('the preview', function()
    return (check.float() or ''):find('without the tag **backup**', 1, true)
  end)
end)

check.test('a tag is renamed wherever it is named, and its places are listed', function()
  local line, column = check.place('client.tags = [ "', 'backup')
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.lsp.buf.references()
  check.wait('the references', function() return #vim.fn.getqflist() == 3 end)
  vim.cmd.cclose()
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  vim.lsp.buf.rename('saved')
  check.wait('the new name', function()
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    local _, count = text:gsub('"saved"', '')
    return count == 3 and not text:find('"backup"', 1, true)
  end)
  vim.cmd('silent undo')
  check.equal(vim.api.nvim_buf_get_lines(0, 0, -1, true), before)
end)

check.test('a role is completed', function()
  local line, column = check.place('roles.', 'servr')
  check.equal(check.completions(client, line, column), { 'client', 'server' })
end)

check.test('a role is completed where the text stops in the middle', function()
  check.typed('roles.', 'servr.machines.vault = { };', '', function(line, column)
    check.equal(check.completions(client, line, column), { 'client', 'server' })
  end)
end)

check.test('a mistake that is mended is no longer marked, until the mending is undone', function()
  check.typed('roles.', 'servr', 'server', function()
    check.diagnostics({ unknown_tag, tag_as_machine })
  end)
  check.diagnostics({ unknown_role, unknown_tag, tag_as_machine })
end)

check.test('the server ends when it is told to', function()
  client:stop()
  check.wait('the end of the server', function() return client:is_stopped() end)
end)

check.finish()
