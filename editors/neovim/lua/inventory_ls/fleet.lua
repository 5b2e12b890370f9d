-- What the server knows of the clans (its request `inventory-ls/fleet`), looked up by name.

local compat = require('inventory_ls.compat')

local fleet = {}

local METHOD = 'inventory-ls/fleet'

-- In milliseconds; while someone waits for the names that can be typed, less.
local PATIENCE, BRIEFLY = 10000, 1000

-- Our clients: those of a buffer, or all. There is one for each root.
function fleet.clients(buffer)
  return compat.clients({ name = compat.server, bufnr = buffer })
end

-- The clan that the buffer belongs to, or without a buffer every clan of the client: the clans, and why there is none.
local function ask(client, buffer, timeout)
  -- An empty table of Lua's would be sent as a list.
  local params = buffer and { textDocument = { uri = vim.uri_from_bufnr(buffer) } } or vim.empty_dict()
  local answer, problem = compat.request_sync(client, METHOD, params, timeout, buffer)
  if not answer then return {}, problem or 'the server does not answer' end
  return answer.clans, answer.why
end

-- The clan of the buffer; none, and why, where no server serves it.
function fleet.of_buffer(buffer)
  local client = fleet.clients(buffer)[1]
  if not client then return {}, 'the server does not serve this file' end
  return ask(client, buffer, PATIENCE)
end

-- All clans that these clients have.
function fleet.of_clients(clients, briefly)
  local clans, roots, why = {}, {}, nil
  for _, client in ipairs(clients) do
    local found, reason = ask(client, nil, briefly and BRIEFLY or PATIENCE)
    why = why or reason
    for _, clan in ipairs(found) do
      if not roots[clan.root] then table.insert(clans, clan) end
      roots[clan.root] = true
    end
  end
  return clans, why
end

-- The one of that name.
function fleet.named(list, name)
  for _, it in ipairs(list) do
    if it.name == name then return it end
  end
end

-- Those with these numbers, which count from 0.
function fleet.pick(list, numbers)
  return vim.tbl_map(function(number) return list[number + 1] end, numbers)
end

-- The names of all machines, tags and instances, sorted.
function fleet.names(clans)
  local names = {}
  for _, clan in ipairs(clans) do
    for _, kind in ipairs({ 'machines', 'tags', 'instances' }) do
      for _, it in ipairs(clan[kind]) do
        names[it.name] = true
      end
    end
  end
  names = vim.tbl_keys(names)
  table.sort(names)
  return names
end

-- Calls `found(instance, role, use)` for each role that names it; `kind` is `machines` or `tags`.
function fleet.each_use(clan, kind, name, found)
  for _, instance in ipairs(clan.instances) do
    for _, role in ipairs(instance.roles) do
      for _, use in ipairs(role[kind]) do
        if use.name == name then found(instance, role, use) end
      end
    end
  end
end

-- Where a place is, as the protocol says it: one is [file, line, character, line, character].
function fleet.location(clan, place)
  return {
    uri = clan.files[place[1] + 1],
    range = {
      start = { line = place[2], character = place[3] },
      ['end'] = { line = place[4], character = place[5] },
    },
  }
end

-- Where a place is, as a person says it: below the clan's folder, and for a folder without a line.
function fleet.caption(clan, place)
  local file, folder = vim.uri_to_fname(clan.files[place[1] + 1]), vim.uri_to_fname(clan.root)
  folder = folder:gsub('/*$', '/')
  local path = vim.startswith(file, folder) and file:sub(#folder + 1) or file
  if vim.fn.isdirectory(file) == 1 then return path .. '/' end
  return ('%s:%d'):format(path, place[2] + 1)
end

return fleet
