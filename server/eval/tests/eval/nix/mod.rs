//! Expressions at random, compared with what Nix itself says of them.

mod generator;
mod judge;
mod names;
mod oracle;

use crate::support::value_of;
use generator::Generator;
use judge::Verdict;
use oracle::Said;
use proptest::prelude::*;

/// So many expressions of each kind are compared, unless `NIX_EXPRESSIONS` says another number.
const EXPRESSIONS: u64 = 400;

/// Constructs that give an answer beside something that can't be told, by rule: that of a file
/// which is being typed, or of an input. Where that is a mistake, Nix gives none.
const LENIENT: [&str; 17] = [
    "partition",
    "trace",
    "==",
    "!=",
    "//",
    "++",
    "elem",
    "any",
    "all",
    "seq",
    "deepSeq",
    "foldl'",
    "assert",
    "filter",
    "listToAttrs",
    "({ a",
    // Older versions look at what they do not put in.
    "replaceStrings",
];

/// Compares an expression of each seed; at most a share of what Nix knows may be unknown to us.
fn compare(make: fn(u64) -> String, most_unknown: f64) {
    if !oracle::is_there() {
        println!("skipped: there is no nix-instantiate");
        return;
    }
    let count = std::env::var("NIX_EXPRESSIONS").ok().and_then(|count| count.parse().ok());
    let expressions: Vec<String> = (0..count.unwrap_or(EXPRESSIONS)).map(make).collect();
    let ours = |text: &str| value_of(&[("/main.nix", text)]);
    let mut wrong = Vec::new();
    let (mut values, mut unknown, mut failures, mut lenient) = (0, 0, 0, 0);
    for (text, said) in expressions.iter().zip(oracle::ask(&expressions)) {
        match (&said, judge::judge(text, &said)) {
            (Said::Value(_), Verdict::Same) => values += 1,
            (Said::Value(_), Verdict::Unknown) => {
                (values, unknown) = (values + 1, unknown + 1);
                if std::env::var_os("NIX_SHOW_UNKNOWN").is_some() {
                    println!("unknown: {text}\n    {}", ours(text));
                }
            }
            (Said::Failure | Said::Throw, Verdict::Unknown) => failures += 1,
            (Said::Failure | Said::Throw, Verdict::Same)
                if LENIENT.iter().any(|it| text.contains(it)) =>
            {
                (failures, lenient) = (failures + 1, lenient + 1);
            }
            _ => wrong.push(format!("{text}\n    Nix:  {said:?}\n    ours: {}", ours(text))),
        }
    }
    let share = f64::from(unknown) / f64::from(values);
    println!(
        "{} expressions: {values} have a value, {unknown} of them unknown to us ({:.2} %); \
         {failures} have none, and {lenient} of these one by our rules; {} contradictions",
        expressions.len(),
        share * 100.0,
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(share < most_unknown, "too much is unknown");
    assert!(values > failures, "too little has a value");
}

#[test]
fn what_ours_says_is_what_nix_says() {
    compare(|seed| Generator::new(seed).expression(), 0.03);
}

#[test]
fn regular_expressions_match_as_nix_has_them() {
    compare(|seed| Generator::new(seed).matching(), 0.10);
}

#[test]
fn texts_are_read_and_written_as_nix_does() {
    compare(|seed| Generator::new(seed).reading(), 0.05);
}

proptest! {
    #[test]
    fn no_program_makes_evaluation_panic(seed in any::<u64>()) {
        let text = Generator::new(seed).with_holes().expression();
        value_of(&[("/main.nix", &text)]);
    }
}
