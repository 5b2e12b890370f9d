//! The functions of `lib.strings` that say how near two strings are. They count bytes.

use std::sync::Arc;

use crate::native::{Answer, Call, Native};
use crate::value::{Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "commonPrefixLength", arity: 2, run: common_prefix_length },
    Native { name: "commonSuffixLength", arity: 2, run: common_suffix_length },
    Native { name: "levenshtein", arity: 2, run: levenshtein },
    Native { name: "levenshteinAtMost", arity: 3, run: levenshtein_at_most },
];

fn count(length: usize) -> Value {
    Value::Int(i64::try_from(length).unwrap_or(i64::MAX))
}

fn common_prefix_length(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.text(0)?, call.text(1)?);
    Ok(count(left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count()))
}

fn common_suffix_length(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.text(0)?, call.text(1)?);
    Ok(count(left.bytes().rev().zip(right.bytes().rev()).take_while(|(a, b)| a == b).count()))
}

/// How many bytes must be put in, taken away or changed to make one string of the other.
fn distance(call: &mut Call<'_, '_>, left: &str, right: &str) -> Result<usize, Arc<Unknown>> {
    call.burn(left.len().saturating_mul(right.len()))?;
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, a) in left.bytes().enumerate() {
        let mut diagonal = above;
        let mut before = above + 1;
        let mut next = vec![before];
        for (b, &old) in right.bytes().zip(row.iter().skip(1)) {
            before = (diagonal + usize::from(a != b)).min(old + 1).min(before + 1);
            next.push(before);
            diagonal = old;
        }
        row = next;
    }
    Ok(row.last().copied().unwrap_or_default())
}

fn levenshtein(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.text(0)?, call.text(1)?);
    distance(call, &left, &right).map(count)
}

fn levenshtein_at_most(call: &mut Call<'_, '_>) -> Answer {
    let (most, left, right) = (call.int(0)?, call.string(1)?, call.string(2)?);
    let most = usize::try_from(most).unwrap_or(0);
    Ok((distance(call, &left, &right)? <= most).into())
}
