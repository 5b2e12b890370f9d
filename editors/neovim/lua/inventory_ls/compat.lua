-- What Neovim calls by another name in another version, from 0.8 on.

local compat = {
  -- What the client is called.
  server = 'inventory_ls',
  too_old = 'Neovim 0.8 or newer is needed, better 0.11',
}

function compat.supported()
  return vim.fn.has('nvim-0.8') == 1
end

function compat.say(text, level)
  vim.notify('inventory_ls: ' .. text, level or vim.log.levels.INFO)
end

-- The clients of all servers, or only ours; all of them, or those of a buffer.
function compat.clients(filter)
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  return get(filter)
end

-- Asks without waiting; from 0.11 on a client's functions are methods.
function compat.request(client, method, params, handler, buffer)
  if vim.fn.has('nvim-0.11') == 1 then return client:request(method, params, handler, buffer) end
  return client.request(method, params, handler, buffer)
end

-- Asks and waits so many milliseconds: the result, or nil and what went wrong.
function compat.request_sync(client, method, params, timeout, buffer)
  local answer, problem
  if vim.fn.has('nvim-0.11') == 1 then
    answer, problem = client:request_sync(method, params, timeout, buffer)
  else
    answer, problem = client.request_sync(method, params, timeout, buffer)
  end
  if not answer then return nil, problem end
  return answer.result, answer.err and answer.err.message
end

-- Goes to a place.
function compat.jump(location, encoding)
  if vim.lsp.util.show_document then
    return vim.lsp.util.show_document(location, encoding, { focus = true })
  end
  return vim.lsp.util.jump_to_location(location, encoding)
end

return compat
