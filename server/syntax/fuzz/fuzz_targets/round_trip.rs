//! A tree is its text, and its errors lie within it.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parse = syntax::parse(text);
    assert_eq!(parse.text(), text);
    for error in parse.errors() {
        assert!(usize::from(error.range.end()) <= text.len());
        let fix = error.fix.as_ref().map(|fix| usize::from(fix.offset));
        assert!(fix.is_none_or(|offset| text.is_char_boundary(offset)));
    }
});
