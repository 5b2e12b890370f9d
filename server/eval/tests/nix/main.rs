//! Expressions at random, compared with what Nix itself says of them.

#[path = "../support/mod.rs"]
mod support;

mod generator;
mod judge;
mod oracle;

use generator::Generator;
use judge::Verdict;
use oracle::Said;
use proptest::prelude::*;
use support::value_of;

/// So many expressions are compared, unless `NIX_EXPRESSIONS` says another number.
const EXPRESSIONS: u64 = 400;

/// Ours may not know this share of what Nix knows.
const MOST_UNKNOWN: f64 = 0.03;

/// Constructs that give an answer beside something that can't be told, by rule: that of a file
/// which is being typed, or of an input. Where that is a mistake, Nix gives none.
const LENIENT: [&str; 16] = [
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
];

#[test]
fn what_ours_says_is_what_nix_says() {
    if !oracle::is_there() {
        println!("skipped: there is no nix-instantiate");
        return;
    }
    let count = std::env::var("NIX_EXPRESSIONS").ok().and_then(|count| count.parse().ok());
    let seeds = 0..count.unwrap_or(EXPRESSIONS);
    let expressions: Vec<String> = seeds.map(|seed| Generator::new(seed).expression()).collect();
    let mut wrong = Vec::new();
    let (mut values, mut unknown, mut failures, mut lenient) = (0, 0, 0, 0);
    for (text, said) in expressions.iter().zip(oracle::ask(&expressions)) {
        let verdict = judge::judge(text, &said);
        match (&said, verdict) {
            (Said::Value(_), Verdict::Same) => values += 1,
            (Said::Value(_), Verdict::Unknown) => {
                (values, unknown) = (values + 1, unknown + 1);
                if std::env::var_os("NIX_SHOW_UNKNOWN").is_some() {
                    println!("unknown: {text}\n    {}", value_of(&[("/main.nix", text)]));
                }
            }
            (_, Verdict::Unknown) => failures += 1,
            (Said::Failure, Verdict::Same) if LENIENT.iter().any(|it| text.contains(it)) => {
                (failures, lenient) = (failures + 1, lenient + 1);
            }
            _ => wrong.push(format!(
                "{text}\n    Nix:  {said:?}\n    ours: {}",
                value_of(&[("/main.nix", text)])
            )),
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
    assert!(share < MOST_UNKNOWN, "too much is unknown");
    assert!(values > failures, "too little has a value");
}

proptest! {
    #[test]
    fn no_program_makes_evaluation_panic(seed in any::<u64>()) {
        let text = Generator::new(seed).with_holes().expression();
        value_of(&[("/main.nix", &text)]);
    }
}
