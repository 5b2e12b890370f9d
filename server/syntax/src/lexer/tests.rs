//! The tokens are those of rnix.

use proptest::prelude::*;

use super::tokenize;

fn same(text: &str) -> Result<(), TestCaseError> {
    let (ours, theirs) = (tokenize(text), rnix::tokenize(text));
    prop_assert_eq!(ours.collect::<Vec<_>>(), theirs.collect::<Vec<_>>(), "{:?}", text);
    Ok(())
}

/// Each alone, amid others, and twice.
#[track_caller]
fn check(texts: &[&str]) {
    for text in texts {
        for text in [(*text).to_owned(), format!("a {text} b"), format!("{text}{text}")] {
            same(&text).unwrap();
        }
    }
}

#[test]
fn paths_and_addresses() {
    check(&[
        ".../a",
        "a/b",
        "a/ b",
        "a//b",
        "a/*b*/",
        "1/2",
        "-/x",
        "a/${b}/c//d",
        "a/b/ c",
        "/a//",
        "~",
        "~a",
        "~/",
        "~/a/${b}",
        "/${a}",
        "/",
        "//",
        "/é",
        "a:b",
        "a_b:c",
        "a.b_c:d",
        "a.b:c",
        "a:é",
        "a:",
        "a: b",
        "1:b",
        "a/b${c}d_e:f",
    ]);
    check(&["<", "<>", "<a>", "<a<b>", "<<a>", "</>", "<a", "<|", "<=", "<a>b", "a>b", "<a/b_c>"]);
}

#[test]
fn numbers_signs_and_white_space() {
    check(&["007", "0.5", "1.", "1.e", "1e5", ".5e+", "1.2e-3", "...", "..", ".a.b", "0.", "08.5"]);
    check(&["$", "$a", "|", "&", "|>", "<|", "->", "!=", "!", "%", "a'b-c", "or", "''", "'a", "`"]);
    check(&["/*", "/*/", "/**/", "/***/", "#", "# é\n", "\u{a0}a", "a\u{2003}\u{85}", "\u{feff}"]);
    check(&["${a}", "{${a}}", "${{}}}", "}", "${", "${{"]);
}

#[test]
fn strings() {
    check(&[
        "\"",
        "\"a",
        "\"\\",
        "\"\\\"\"",
        "\"$",
        "\"$${a}\"",
        "\"${",
        "\"${a",
        "\"${\"b\"}c\"d",
        "\"\\é\"",
        "\"a\nb\"",
    ]);
    check(&[
        "''",
        "'''",
        "''''",
        "'''''",
        "''a'",
        "''a''\\",
        "''''${a}''",
        "''\\",
        "''$''",
        "''''\\\n''",
        "''$${a}''",
        "''\"''",
        "''a'b''",
    ]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_048))]

    #[test]
    fn characters(text in "[ab_1.+/~<>:?*'\"${}\\\\#=|&!,;@()\\[\\] \né\u{2003}-]{0,24}") {
        same(&text)?;
    }

    #[test]
    fn pieces(text in "(a|_|\\.|/|//|:|\\$\\{|\\}|\\{|\"|''|'|\\$|\\\\| |<|>|\\*|/\\*|\n|é){0,16}") {
        same(&text)?;
    }
}
