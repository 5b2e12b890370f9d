//! An edit leads to what a full parse of the new text gives.

#![no_main]

use libfuzzer_sys::fuzz_target;
use syntax::{TextEdit, TextRange, TextSize};

fuzz_target!(|input: (String, Vec<(u16, u8, String)>)| {
    let (mut text, edits) = input;
    let mut parse = syntax::parse(&text);
    for (start, length, insert) in edits {
        let start = text.floor_char_boundary(usize::from(start));
        let end = text.floor_char_boundary(start + usize::from(length));
        text.replace_range(start..end, &insert);
        let offset = |at: usize| TextSize::try_from(at).expect("texts are short");
        parse = parse.edit(&TextEdit { delete: TextRange::new(offset(start), offset(end)), insert });
        let whole = syntax::parse(&text);
        assert_eq!(parse.green(), whole.green());
        assert_eq!(parse.errors(), whole.errors());
    }
});
