//! Nix's own functions: what each gives, and what is left of it where parts are unknown.

mod attrsets;
mod bounds;
mod files;
mod hashes;
mod json;
mod lists;
mod numbers;
mod regex;
mod strings;
mod values;

use crate::support::value_of;

/// An expression, in which all `builtins` are in scope, and its value. Other names, such as `nope`,
/// are builtins that are not followed.
fn check(text: &str, expected: &str) {
    let text = format!("with builtins; {text}");
    assert_eq!(value_of(&[("/main.nix", &text)]), expected, "for {text}");
}

/// Of these expressions nothing is known.
fn unknown(texts: &[&str]) {
    for text in texts {
        let value = value_of(&[("/main.nix", &format!("with builtins; {text}"))]);
        assert!(value.starts_with("?("), "{text} is {value}");
    }
}
