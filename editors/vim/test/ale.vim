" What a person with Vim and ALE sees of the tour's clan. `cargo xtask test` runs it, with inventory-ls on the PATH,
" CLAN as the folder of a copy of syntax-tests/tour, and ALE as the folder that ALE is in:
"   vim --clean --not-a-term -es -S ale.vim

set nocompatible hidden
execute 'set runtimepath^=' . fnameescape($ALE)
execute 'set runtimepath^=' . fnameescape(expand('<sfile>:p:h:h'))
" In this mode neither is read by itself.
runtime plugin/ale.vim
execute 'source ' . fnameescape(expand('<sfile>:p:h') . '/check.vim')
filetype on

let g:ale_hover_to_preview = 1
let g:ale_completion_enabled = 0

" The mistakes in the list of locations, each with its code; empty until ALE has put some there.
function! s:Mistakes() abort
    let l:list = map(getloclist(0), {_, it -> it.lnum . ':' . it.col . ' ' . it.type})

    return sort(l:list)
endfunction

function! s:At(before, what) abort
    call Go(a:before, a:what)

    return line('.') . ':' . col('.')
endfunction

function! s:Starts() abort
    execute 'edit ' . fnameescape($CLAN . '/clan.nix')
    call Equal(&filetype, 'nix')
    ALELint
    call Wait('the mistakes', {-> len(s:Mistakes()) == 3})
endfunction

function! s:Marks() abort
    let l:expected = [
    \   s:At('roles.', 'servr') . ' E',
    \   s:At('server.tags = [ ', '"laptops"') . ' W',
    \   s:At('client.machines.', 'all') . ' W',
    \]
    call Equal(s:Mistakes(), sort(l:expected))
endfunction

function! s:Hovers() abort
    call Go('client.tags = [ "', 'backup')
    ALEHover
    let l:text = Wait('the hover', {-> s:Preview()})
    call Contains(l:text, '2 machines')
    call Contains(l:text, 'jon')
    call Contains(l:text, 'sara')
    pclose!
endfunction

" What a person is asked for: a new name, and the number of the action to take.
runtime autoload/ale/util.vim
function! ale#util#Input(message, ...) abort
    return a:message =~# '^New name' ? 'saved' : matchstr(a:message, '\d\+\ze) Change to `server`')
endfunction

" The text of the preview window, if there is one.
function! s:Preview() abort
    for l:window in range(1, winnr('$'))
        if getwinvar(l:window, '&previewwindow')
            return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
        endif
    endfor

    return ''
endfunction

" ALE proposes only to who inserts: this is called from there. It leaves the text alone.
function! Propose() abort
    let s:items = []
    call ale#completion#GetCompletions('ale-callback', {'callback': {items -> extend(s:items, items)}})
    call Wait('the proposals', {-> s:items})

    return ''
endfunction

function! s:Proposed() abort
    call feedkeys("i\<C-r>=Propose()\<CR>\<Esc>", 'tx')

    return sort(map(copy(s:items), {_, it -> it.word}))
endfunction

function! s:Completes() abort
    call Go('roles.', 'servr')
    call Equal(s:Proposed(), ['client', 'server'])
endfunction

function! s:CompletesInString() abort
    call Go('server.tags = [ "', 'laptops')
    call cursor(line('.'), col('.') + 3)
    call Equal(s:Proposed(), ['laptop'])
endfunction

function! s:FollowsDefinition() abort
    call Go('client.tags = [ "', 'backup')
    let l:from = line('.')
    ALEGoToDefinition
    call Wait('the machine', {-> line('.') != l:from})
    call Contains(getline('.'), 'jon.tags')
endfunction

function! s:Renames() abort
    let l:before = getline(1, '$')
    call Go('client.tags = [ "', 'backup')
    ALERename
    call Wait('the new name', {-> count(join(getline(1, '$')), '"saved"') == 3})
    call Equal(count(join(getline(1, '$')), '"backup"'), 0)
    silent undo
    call Equal(getline(1, '$'), l:before)
endfunction

function! s:Fixes() abort
    ALELint
    call Wait('the mistakes', {-> len(s:Mistakes()) == 3})
    call Go('roles.', 'servr')
    ALECodeAction
    call Wait('the right name', {-> getline('.') =~# 'roles\.server\.machines\.vault'})
    ALELint
    call Wait('one mistake less', {-> len(s:Mistakes()) == 2})
endfunction

call Test('three mistakes come when a file is opened', function('s:Starts'))
call Test('they are marked at their words', function('s:Marks'))
call Test('the hover of a tag names its machines', function('s:Hovers'))
call Test('a role is completed', function('s:Completes'))
call Test('a tag is completed', function('s:CompletesInString'))
call Test('the definition of a tag is a machine that carries it', function('s:FollowsDefinition'))
call Test('a tag is renamed wherever it is named', function('s:Renames'))
call Test('the fix of a mistake mends it', function('s:Fixes'))
call Finish()
