-- Defines the command; the server starts only when it is asked for, by `setup` or `vim.lsp.enable`.

vim.api.nvim_create_user_command('ClanInventory', function(args)
  require('inventory_ls.command').run(args.args)
end, {
  nargs = '?',
  complete = function(typed)
    return require('inventory_ls.command').complete(typed)
  end,
  desc = 'What a machine, a tag or an instance of the clan comes down to',
})
