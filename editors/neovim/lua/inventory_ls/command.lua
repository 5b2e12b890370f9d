-- `:ClanInventory [name]`

local compat = require('inventory_ls.compat')
local expansion = require('inventory_ls.expansion')
local fleet = require('inventory_ls.fleet')
local float = require('inventory_ls.float')

local command = {}

-- A name as Nix and hosts have it; dots separate.
local NAME = "[%w_'-]+"

-- The name that the cursor is in, in a string or not.
local function under_cursor()
  local column = vim.api.nvim_win_get_cursor(0)[2] + 1
  local line, from = vim.api.nvim_get_current_line(), 1
  while true do
    local start, stop = line:find(NAME, from)
    if not start or start > column then return nil end
    if column <= stop then return line:sub(start, stop) end
    from = stop + 1
  end
end

-- What there is to say of a name: lines, or none and why. The clan of the buffer is asked first.
local function find(name)
  local own, why = fleet.of_buffer(vim.api.nvim_get_current_buf())
  local lines = expansion.of(own, name)
  if #lines > 0 then return lines end
  local all, problem = fleet.of_clients(fleet.clients())
  lines = expansion.of(all, name)
  if #lines > 0 then return lines end
  if #own == 0 and #all == 0 then return nil, why or problem or 'there is no clan' end
  return nil, ('there is no machine, tag or instance `%s`'):format(name)
end

function command.run(name)
  local function complain(text) compat.say(text, vim.log.levels.WARN) end
  if not compat.supported() then return complain(compat.too_old) end
  local client = fleet.clients()[1]
  if not client then return complain('the server does not run; `:checkhealth inventory_ls` may tell why') end
  if name == '' then name = under_cursor() end
  if not name then return complain('there is no name under the cursor') end
  local lines, why = find(name)
  if not lines then return complain(why) end
  float.show(lines, client.offset_encoding)
end

-- The names that begin so.
function command.complete(typed)
  if not compat.supported() then return {} end
  return vim.tbl_filter(function(name)
    return vim.startswith(name, typed)
  end, fleet.names((fleet.of_clients(fleet.clients(), true))))
end

return command
