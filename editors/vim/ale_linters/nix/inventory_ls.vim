" Description: inventory-ls, the language server for Clan inventories, beside whatever else ALE runs for Nix

call ale#Set('nix_inventory_ls_executable', 'inventory-ls')
" What the server is told to do otherwise, such as {'preset': 'standalone'}.
call ale#Set('nix_inventory_ls_init_options', {})

" The nearest folder with the first of these that is anywhere above, or that of the file.
function! ale_linters#nix#inventory_ls#GetProjectRoot(buffer) abort
    for l:marker in ['.clan-flake', 'flake.nix']
        let l:file = ale#path#FindNearestFile(a:buffer, l:marker)

        if !empty(l:file)
            return fnamemodify(l:file, ':h')
        endif
    endfor

    let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')

    return !empty(l:git) ? fnamemodify(l:git, ':h:h') : fnamemodify(bufname(a:buffer), ':p:h')
endfunction

call ale#linter#Define('nix', {
\   'name': 'inventory_ls',
\   'aliases': ['inventory-ls'],
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'nix_inventory_ls_executable')},
\   'command': '%e',
\   'language': 'nix',
\   'project_root': function('ale_linters#nix#inventory_ls#GetProjectRoot'),
\   'initialization_options': {b -> ale#Var(b, 'nix_inventory_ls_init_options')},
\})
