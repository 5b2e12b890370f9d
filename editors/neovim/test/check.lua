-- A few words for tests of what Neovim shows: each waits for what is to come, and says what it saw when that did not.
local check = {}

-- In milliseconds: longer than any answer takes, also on a busy machine. Less once something failed, for the rest
-- then often fails with it.
local patience = 60000

local passed, failed = 0, 0

-- Neovim's own print ends a line only when it begins the next.
local function say(text, ...)
  io.stdout:write(text:format(...), '\n')
end

-- Runs a test and prints how it went.
function check.test(name, run)
  local fine, problem = xpcall(run, debug.traceback)
  say('neovim test %s ... %s', name, fine and 'ok' or 'FAILED\n' .. problem)
  patience = fine and patience or 5000
  passed, failed = passed + (fine and 1 or 0), failed + (fine and 0 or 1)
end

-- Prints how many tests passed, and ends Neovim: with 1 if one failed, or none ran.
function check.finish()
  say('neovim: %d passed, %d failed', passed, failed)
  os.exit(failed == 0 and passed > 0 and 0 or 1)
end

-- What `try` gives once that is neither nil nor false.
function check.wait(what, try)
  local found
  local came = vim.wait(patience, function()
    found = try()
    return found
  end, 20)
  return came and found or error('waited in vain for ' .. what)
end

-- The client of that name, once it serves this buffer.
function check.client(name)
  return check.wait('a client', function()
    local found = vim.lsp.get_clients({ bufnr = 0, name = name or 'inventory_ls' })[1]
    return found and found.initialized and found
  end)
end

-- What a server answers about this file.
function check.ask(client, method, params)
  params.textDocument = vim.lsp.util.make_text_document_params(0)
  local answer, problem = client:request_sync(method, params, patience, 0)
  if not answer or answer.err then error(problem or vim.inspect(answer.err)) end
  return answer.result
end

function check.equal(is, expected)
  if not vim.deep_equal(is, expected) then
    error(('expected %s\n     but is %s'):format(vim.inspect(expected), vim.inspect(is)))
  end
end

function check.contains(text, part)
  if not text:find(part, 1, true) then
    error(('expected %s\nin: %s'):format(part, text))
  end
end

-- The line (from 1) and the column (from 0, in bytes) of `what` where it first follows `before` on a line.
function check.place(before, what)
  for line, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local found = text:find(before .. what, 1, true)
    if found then return line, found - 1 + #before end
  end
  error(('there is no %s%s'):format(before, what))
end

-- Puts the cursor on `what` where it first follows `before` on a line.
function check.go(before, what)
  local line, column = check.place(before, what)
  vim.api.nvim_win_set_cursor(0, { line, column })
end

-- Types keys, such as <Esc>, as a person would.
function check.press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, true, true), 'xt', false)
end

-- Runs something while `new` stands where `what` was, with the place after it; then undoes the change.
function check.typed(before, what, new, run)
  local line, column = check.place(before, what)
  vim.api.nvim_buf_set_text(0, line - 1, column, line - 1, column + #what, { new })
  local fine, problem = pcall(run, line, column + #new)
  vim.cmd('silent undo')
  if not fine then error(problem, 0) end
end

-- Waits until exactly these are shown, each { code, severity, text before, text }.
function check.diagnostics(expected)
  local wanted = vim.tbl_map(function(it)
    local line, column = check.place(it[3], it[4])
    return ('%d:%d-%d %s %s'):format(line, column, column + #it[4], it[2], it[1])
  end, expected)
  local shown
  local came = vim.wait(patience, function()
    shown = vim.tbl_map(function(it)
      local severity = vim.diagnostic.severity[it.severity]
      return ('%d:%d-%d %s %s'):format(it.lnum + 1, it.col, it.end_col, severity, it.code)
    end, vim.diagnostic.get(0))
    table.sort(wanted)
    table.sort(shown)
    return vim.deep_equal(shown, wanted)
  end, 20)
  if not came then check.equal(shown, wanted) end
end

-- The text of the floating window, if there is one.
function check.float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
    end
  end
end

-- What is proposed at a place, sorted by name.
function check.completions(client, line, column)
  -- Not where the cursor is: behind the end of a line it can only be while one types.
  local at = { line = line - 1, character = column }
  local result = check.ask(client, 'textDocument/completion', { position = at }) or {}
  local labels = vim.tbl_map(function(item) return item.label end, result.items or result)
  table.sort(labels)
  return labels
end

return check
