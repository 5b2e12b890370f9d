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
  client = check.client()
  check.equal(client.root_dir, folder)
end)

local unknown_tag = { 'unknown-tag', 'WARN', 'server.tags = [ ', '"laptops"' }
local tag_as_machine = { 'tag-used-as-machine', 'WARN', 'client.machines.', 'all' }
local unknown_role = { 'unknown-role', 'ERROR', 'roles.', 'servr' }

check.test('three mistakes are marked', function()
  check.diagnostics({ unknown_role, unknown_tag, tag_as_machine })
end)

check.test('the hover of a tag names its machines', function()
  check.go('client.tags = [ "', 'backup')
  vim.lsp.buf.hover()
  local text = check.wait('the hover', check.float)
  check.contains(text, '2 machines')
  for _, machine in ipairs({ 'jon', 'sara' }) do
    local line = check.place('', machine .. '.tags')
    check.contains(text, ('%-9sclan.nix:%d\n'):format(machine, line))
  end
end)

-- What is drawn into a line beside its own text, by whichever part of Neovim.
local function drawn(line)
  local marks = vim.api.nvim_buf_get_extmarks(0, -1, { line - 1, 0 }, { line - 1, -1 }, { details = true })
  local texts = vim.tbl_map(function(mark)
    return table.concat(vim.tbl_map(function(chunk) return chunk[1] end, mark[4].virt_text or {}))
  end, marks)
  return table.concat(texts)
end

check.test('a tag is followed by its machines', function()
  local line = check.place('client.tags = [ "', 'backup')
  vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
  local hints = check.wait('the hints', function()
    local found = vim.lsp.inlay_hint.get({ bufnr = 0 })
    local there = vim.tbl_filter(function(it) return it.inlay_hint.position.line == line - 1 end, found)
    return #there > 0 and there
  end)
  local label = hints[1].inlay_hint.label
  check.equal(vim.tbl_map(function(part) return part.value end, label), { 'jon', ', ', 'sara' })
  check.wait('the hint in the text', function()
    vim.cmd.redraw()
    return drawn(line):find('jon, sara', 1, true)
  end)
  vim.lsp.inlay_hint.enable(false, { bufnr = 0 })
end)

check.test('the lens of a role lists its machines', function()
  local line = check.place('roles.', 'client')
  local lens = vim.iter(check.ask(client, 'textDocument/codeLens', {})):find(function(it)
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
  local action = vim.iter(check.ask(client, 'textDocument/codeAction', { range = range, context = context })):find(function(it)
    return it.title == 'What would change without `backup`?'
  end)
  client:exec_cmd(action.command, { bufnr = 0 })
  check.wait('the preview', function()
    return (check.float() or ''):find('without the tag **backup**', 1, true)
  end)
end)

check.test('a tag is renamed wherever it is named, and its places are listed', function()
  check.go('client.tags = [ "', 'backup')
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

check.test('the fix of a mistake mends it', function()
  check.go('roles.', 'servr')
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action) return action.title == 'Change to `server`' end,
  })
  check.wait('the right name', function()
    return vim.api.nvim_get_current_line():find('roles.server.machines.vault', 1, true)
  end)
  check.diagnostics({ unknown_tag, tag_as_machine })
  vim.cmd('silent undo')
  check.diagnostics({ unknown_role, unknown_tag, tag_as_machine })
end)

check.test('the server ends when it is told to', function()
  client:stop()
  check.wait('the end of the server', function() return client:is_stopped() end)
end)

check.finish()
