//! `cargo xtask renames`: gives each machine, tag and instance of real fleets another name, in a copy,
//! and compares who gets what before and after.
//!
//! What `query rename` tells is done on the disk, then `show` is asked anew: nothing of how the
//! program itself makes sure is used. A name that is refused is told with the reason.

mod copy;
mod memberships;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::fleets;
use copy::{Copy, Place};
use memberships::{Kind, Memberships};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The fleets' checkouts
    #[arg(required = true)]
    checkouts: Vec<PathBuf>,
}

/// What `query rename --format json` prints.
#[derive(Deserialize)]
struct Renaming {
    kind: String,
    files: Vec<Edited>,
    moves: Vec<Moved>,
}

#[derive(Deserialize)]
struct Edited {
    file: PathBuf,
    text: String,
}

#[derive(Deserialize)]
struct Moved {
    from: PathBuf,
    to: PathBuf,
}

/// Prints a row a fleet and kind of thing, and each reason with the number of names.
///
/// # Errors
/// The program can't be built or run, or a renaming changed more than the name.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let program = fleets::build()?;
    let mut wrong = 0;
    println!("{:<34} {:<9} {:>7} {:>7} {:>6}", "fleet", "kind", "renamed", "refused", "wrong");
    for checkout in &args.checkouts {
        let copy = Copy::of(checkout)?;
        let before = Memberships::shown(&program, copy.root())?;
        for kind in Kind::ALL {
            let mut row = Row::default();
            for name in before.names(kind) {
                row.add(one(&program, &copy, &before, (kind, &name))?);
            }
            let fleet = checkout.file_name().unwrap_or_default().to_string_lossy();
            println!(
                "{fleet:<34} {:<9} {:>7} {:>7} {:>6}",
                kind.noun(),
                row.renamed,
                row.refused.values().sum::<usize>(),
                row.wrong.len()
            );
            row.refused.iter().for_each(|(why, count)| println!("    {count} refused: {why}"));
            row.wrong.iter().for_each(|what| println!("    wrong: {what}"));
            wrong += row.wrong.len();
        }
    }
    if wrong == 0 { Ok(()) } else { Err("a renaming changed more than the name".into()) }
}

#[derive(Default)]
struct Row {
    renamed: usize,
    refused: BTreeMap<String, usize>,
    wrong: Vec<String>,
}

impl Row {
    fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Renamed => self.renamed += 1,
            Outcome::Refused(why) => *self.refused.entry(why).or_default() += 1,
            Outcome::Wrong(what) => self.wrong.push(what),
        }
    }
}

enum Outcome {
    Renamed,
    Refused(String),
    Wrong(String),
}

/// Renames one thing at the first place that names it, and puts the copy back.
fn one(
    program: &Path,
    copy: &Copy,
    before: &Memberships,
    (kind, name): (Kind, &str),
) -> Result<Outcome, Box<dyn Error>> {
    let new = format!("{name}-renamed");
    let expected = before.renamed(kind, name, &new);
    let mut why = "it is named nowhere in the text".to_owned();
    for place in copy.places(name) {
        let answer = Command::new(program)
            .args(["query", "--format", "json", "rename", &place.to_string(), &new])
            .current_dir(copy.root())
            .output()?;
        if !answer.status.success() {
            let message = String::from_utf8_lossy(&answer.stderr).replace(name, "NAME");
            // Most places where a text says the same name nothing of the fleet.
            let is_it = [format!("{} `NAME`", kind.noun()), "more than the name".to_owned()];
            if is_it.iter().any(|words| message.contains(words.as_str())) {
                why = reason(&message);
            }
            continue;
        }
        let renaming: Renaming = serde_json::from_slice(&answer.stdout)?;
        // The same name may be that of something else.
        if renaming.kind != kind.noun() {
            continue;
        }
        let changed = copy.apply(&place, &renaming)?;
        let after = Memberships::shown(program, copy.root())?;
        copy.restore(changed)?;
        return Ok(if after == expected {
            Outcome::Renamed
        } else {
            Outcome::Wrong(format!("{} {name} at {place}", kind.noun()))
        });
    }
    Ok(Outcome::Refused(why))
}

/// A message without what differs from name to name.
fn reason(message: &str) -> String {
    let message = message.trim().trim_start_matches("error: ");
    let without_place = message.split(" at ").next().unwrap_or(message);
    without_place.split(" the file ").next().unwrap_or(without_place).to_owned()
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}:{}", self.file.display(), self.line, self.column)
    }
}
