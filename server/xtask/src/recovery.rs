//! `cargo xtask recovery FILES…`: what parsers keep of a file when something in it breaks.
//!
//! Each file is broken in many ways, one at a time. A *leaf* is a binding whose value is no set, by
//! the names that lead to it and its value's text. Of the leaves whose text and names the edit does
//! not touch, as many as possible should read the same afterwards.

mod breakage;
mod leaves;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

use syntax::SyntaxNode;

use breakage::{Breakage, breakages};
use leaves::{Leaf, leaves};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Nix files; those that don't parse, are longer than 60 KB or have few bindings are left out
    files: Vec<PathBuf>,
    /// Print each edit after which something is lost
    #[arg(long)]
    losses: bool,
}

/// Longer files are left out.
const LONGEST: usize = 60_000;
/// Files with fewer leaves are left out.
const FEWEST: usize = 10;

/// Prints a row for each parser and kind of edit: how many edits, the share of leaves that are
/// kept, the share of edits that lose none, errors an edit.
///
/// # Errors
/// A file can't be read, or none is left.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut scores: BTreeMap<(&str, &str), Score> = BTreeMap::new();
    let mut files = 0;
    for path in &args.files {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let parse = syntax::parse(&text);
        let before = leaves(&parse.syntax());
        if text.len() > LONGEST || before.len() < FEWEST || !parse.errors().is_empty() {
            continue;
        }
        files += 1;
        for breakage in breakages(&parse.syntax(), before.len()) {
            let broken = breakage.apply(&text);
            for (parser, read) in PARSERS {
                let (tree, errors) = read(&broken);
                let (kept, lost) = kept(&before, &leaves(&tree), &breakage);
                if args.losses && parser == "ours" && !lost.is_empty() {
                    println!("{}:{}", path.display(), breakage.shown(&text));
                    lost.iter().take(3).for_each(|leaf| println!("    {leaf}"));
                }
                for kind in [breakage.kind, "ALL"] {
                    scores.entry((parser, kind)).or_default().add(kept, errors);
                }
            }
        }
    }
    if files == 0 {
        return Err("no file is fit for it".into());
    }
    println!("{files} files");
    println!(
        "{:<6} {:<28} {:>7} {:>7} {:>9} {:>7}",
        "parser", "kind", "edits", "kept", "lossless", "errors"
    );
    for ((parser, kind), score) in &scores {
        println!("{parser:<6} {kind:<28} {score}");
    }
    Ok(())
}

type Read = fn(&str) -> (SyntaxNode, usize);

const PARSERS: [(&str, Read); 2] = [
    ("ours", |text| {
        let parse = syntax::parse(text);
        (parse.syntax(), parse.errors().len())
    }),
    ("rnix", |text| {
        let parse = rnix::Root::parse(text);
        (parse.syntax(), parse.errors().len())
    }),
];

/// The share of undamaged leaves that are there afterwards, and those that are not.
fn kept<'l>(before: &'l [Leaf], after: &[Leaf], breakage: &Breakage) -> (f64, Vec<&'l str>) {
    let mut there: BTreeMap<&str, usize> = BTreeMap::new();
    for leaf in after {
        *there.entry(&leaf.text).or_default() += 1;
    }
    let undamaged: Vec<&Leaf> = before.iter().filter(|leaf| !breakage.damages(leaf)).collect();
    let lost: Vec<&str> = undamaged
        .iter()
        .filter(|leaf| match there.get_mut(leaf.text.as_str()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .map(|leaf| leaf.text.as_str())
        .collect();
    let all = undamaged.len().max(1);
    #[expect(clippy::cast_precision_loss, reason = "a share of a file's bindings")]
    let share = 1.0 - lost.len() as f64 / all as f64;
    (share, lost)
}

#[derive(Default)]
struct Score {
    edits: u32,
    kept: f64,
    lossless: u32,
    errors: usize,
}

impl Score {
    fn add(&mut self, kept: f64, errors: usize) {
        self.edits += 1;
        self.kept += kept;
        self.lossless += u32::from(kept >= 1.0);
        self.errors += errors;
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let edits = f64::from(self.edits);
        let lossless = f64::from(self.lossless) / edits;
        #[expect(clippy::cast_precision_loss, reason = "a mean")]
        let errors = self.errors as f64 / edits;
        let kept = self.kept / edits;
        write!(f, "{:>7} {kept:>7.4} {lossless:>9.4} {errors:>7.2}", self.edits)
    }
}
