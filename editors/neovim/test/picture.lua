-- What the picture of Neovim shows: mistakes, their messages, and what a tag comes down to. `cargo xtask pictures` runs it:
--   nvim --clean -u picture.lua clan.nix     (in a copy of syntax-tests/tour, with inventory-ls on the PATH)

local here = vim.fs.dirname(vim.fs.abspath(vim.env.MYVIMRC or debug.getinfo(1, 'S').source:sub(2)))

vim.opt.runtimepath:prepend(vim.fs.dirname(here))
vim.opt.termguicolors = true
vim.opt.number = true
vim.opt.shortmess:append('F')
vim.opt.laststatus = 0
vim.opt.ruler = false
vim.diagnostic.config({ virtual_text = true })
vim.lsp.enable('inventory_ls')
vim.lsp.inlay_hint.enable()

-- Once the mistakes are there, the cursor goes to a tag; once it has moved, which would close a hover, that is asked for.
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    if #vim.diagnostic.get(0) ~= 3 then return end
    vim.api.nvim_create_autocmd('CursorMoved', {
      once = true,
      callback = vim.schedule_wrap(function() vim.lsp.buf.hover({ border = 'rounded' }) end),
    })
    vim.fn.search('client.tags = \\[ "\\zsbackup')
    return true
  end,
})
