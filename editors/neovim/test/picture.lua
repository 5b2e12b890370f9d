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

-- Once the mistakes are there, what stands there is asked for.
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    if #vim.diagnostic.get(0) == 3 then
      local line = vim.fn.search('client.tags = \\[ "\\zsbackup')
      if line > 0 then vim.lsp.buf.hover({ border = 'rounded' }) end
      return true
    end
  end,
})
