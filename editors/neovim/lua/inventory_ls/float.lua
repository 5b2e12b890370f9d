-- A small window at the cursor whose lines lead to places.

local compat = require('inventory_ls.compat')

local float = {}

-- The lines as they are shown, the places in a column of their own.
local function laid_out(lines)
  local width = 0
  for _, line in ipairs(lines) do
    width = math.max(width, line.caption and vim.fn.strdisplaywidth(line.text) or 0)
  end
  return vim.tbl_map(function(line)
    if not line.caption then return line.text end
    local gap = width - vim.fn.strdisplaywidth(line.text) + 2
    return line.text .. (' '):rep(gap) .. line.caption
  end, lines)
end

local function close(window)
  if vim.api.nvim_win_is_valid(window) then vim.api.nvim_win_close(window, true) end
end

local function open(texts)
  local width = 1
  for _, text in ipairs(texts) do
    width = math.max(width, vim.fn.strdisplaywidth(text))
  end
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, true, texts)
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].syntax = 'markdown'
  local window = vim.api.nvim_open_win(buffer, true, {
    relative = 'cursor',
    row = 1,
    col = 0,
    width = math.min(width, math.max(1, vim.o.columns - 4)),
    height = math.min(#texts, math.max(1, vim.o.lines - 6)),
    style = 'minimal',
    border = 'rounded',
  })
  vim.wo[window].cursorline = true
  return buffer, window
end

-- Shows lines, each { text, caption, location }: Enter or gf goes to a line's place, q or Esc closes.
function float.show(lines, encoding)
  local buffer, window = open(laid_out(lines))
  local function map(keys, run)
    vim.keymap.set('n', keys, run, { buffer = buffer, nowait = true, silent = true })
  end
  local function jump()
    local line = lines[vim.api.nvim_win_get_cursor(window)[1]]
    if not line.location then return end
    close(window)
    compat.jump(line.location, encoding)
  end
  for _, keys in ipairs({ '<CR>', 'gf' }) do
    map(keys, jump)
  end
  for _, keys in ipairs({ 'q', '<Esc>' }) do
    map(keys, function() close(window) end)
  end
  vim.api.nvim_create_autocmd('WinLeave', { buffer = buffer, once = true, callback = function() close(window) end })
end

return float
