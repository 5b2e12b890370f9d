" A few words for tests of what Vim shows: each waits for what is to come, and says what it saw when that did not.

" In milliseconds: longer than any answer takes, also on a busy machine.
let s:patience = 60000
let s:passed = 0
let s:failed = 0

" Runs a test and prints how it went.
function! Test(name, Run) abort
    try
        call a:Run()
        let s:passed += 1
        call s:Say('vim test ' . a:name . ' ... ok')
    catch
        let s:failed += 1
        " The rest often fails with it.
        let s:patience = 5000
        call s:Say('vim test ' . a:name . ' ... FAILED')
        call s:Say(v:exception . ' at ' . v:throwpoint)
    endtry
endfunction

" Prints how many tests passed, and ends Vim: with 1 if one failed, or none ran.
function! Finish() abort
    call s:Say('vim: ' . s:passed . ' passed, ' . s:failed . ' failed')
    call s:Say('')
    execute s:failed == 0 && s:passed > 0 ? 'qall!' : 'cquit!'
endfunction

function! s:Say(line) abort
    " In silent mode only what is verbose is written, each line with a break before.
    1verbose echo a:line
endfunction

" What Try gives once that is not empty.
function! Wait(what, Try) abort
    let l:tries = s:patience / 20

    while l:tries > 0
        let l:found = a:Try()

        if !empty(l:found)
            return l:found
        endif

        " Callbacks come while Vim sleeps.
        sleep 20m
        let l:tries -= 1
    endwhile

    throw 'waited in vain for ' . a:what
endfunction

function! Equal(is, expected) abort
    if a:is !=# a:expected
        throw 'expected ' . string(a:expected) . ' but is ' . string(a:is)
    endif
endfunction

function! Contains(text, part) abort
    if stridx(a:text, a:part) < 0
        throw 'expected ' . a:part . ' in: ' . a:text
    endif
endfunction

" Puts the cursor on what stands there where it first follows `before` on a line.
function! Go(before, what) abort
    call cursor(1, 1)

    if search('\V' . escape(a:before, '\') . '\zs' . escape(a:what, '\'), 'cW') == 0
        throw 'there is no ' . a:before . a:what
    endif
endfunction
