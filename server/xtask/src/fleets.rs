//! `cargo xtask fleets`: how much of real fleets `show` gets right, and what `check` says of them.
//!
//! CHECKOUTS holds a folder `<owner>+<name>` for each fleet, TRUTH a file `<owner>+<name>.json` with
//! what real evaluation gives. A member or a machine's tag that we do not find is a gap; one that is
//! not there is wrong. A fleet is complete when nothing of it is said to be unknown.

mod facts;
mod findings;
mod roles;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace;
use facts::{Facts, Truth};
use findings::ExpectedFindings;
use roles::TrueRoles;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the fleets' checkouts
    checkouts: PathBuf,
    /// The folder of what real evaluation gives
    truth: PathBuf,
    /// What `check` should report, by fleet: a JSON file
    #[arg(long)]
    findings: Option<PathBuf>,
    /// A checkout of the clan-core that the catalogue speaks of: with it, soft findings are errors
    #[arg(long, requires = "findings")]
    clan_core: Option<PathBuf>,
}

/// Prints a row a fleet, then the sums.
///
/// # Errors
/// The program can't be built or run, a file can't be read, or something is wrong with a fleet.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let program = build()?;
    let findings: BTreeMap<String, ExpectedFindings> = match &args.findings {
        Some(path) => serde_json::from_slice(&fs::read(path)?)?,
        None => BTreeMap::new(),
    };
    let mut sums = Sums::default();
    println!(
        "{:<34} {:>8} {:>8} {:>6} {:>6}  verdict",
        "fleet", "members", "missing", "tags", "wrong"
    );
    for name in names(&args.truth)? {
        let truth = fs::read(args.truth.join(format!("{name}.json")))?;
        let roles: TrueRoles = serde_json::from_slice(&truth)?;
        let truth: Truth = serde_json::from_slice(&truth)?;
        let checkout = args.checkouts.join(&name);
        let row = Row::new(&Facts::of_truth(truth), &Facts::shown(&program, &checkout)?);
        println!(
            "{name:<34} {:>8} {:>8} {:>6} {:>6}  {}",
            row.members,
            row.missing,
            row.missing_tags,
            row.wrong.len(),
            row.verdict()
        );
        for fact in &row.wrong {
            println!("    wrong: {fact}");
        }
        let expected = findings.get(&name);
        let mut unexpected = expected.map(|it| it.compare(&program, &checkout)).transpose()?;
        if let (Some(expected), Some(clan_core)) = (expected, &args.clan_core) {
            let soft = expected.compare_soft(&program, &checkout, clan_core)?;
            unexpected.get_or_insert_default().extend(soft);
        }
        for line in unexpected.iter().flatten() {
            println!("    {line}");
        }
        let (services, differences) = roles.compare(&program, &checkout)?;
        differences.iter().for_each(|line| println!("    {line}"));
        sums.add(&row, unexpected.map_or(0, |lines| lines.len()));
        sums.services += services;
        sums.other_roles += differences.len();
    }
    sums.print();
    if sums.is_right() { Ok(()) } else { Err("not as it should be".into()) }
}

/// The program, built in release.
///
/// # Errors
/// It can't be built.
pub(crate) fn build() -> Result<PathBuf, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["build", "--release", "--quiet", "--package", "inventory-ls"];
    if !Command::new(cargo).args(arguments).current_dir(workspace::root()).status()?.success() {
        return Err("inventory-ls can't be built".into());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| workspace::root().join("target"));
    Ok(target.join("release/inventory-ls"))
}

fn names(truth: &Path) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(truth)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    Ok(names)
}

/// How what is shown of a fleet differs from what there is.
struct Row {
    members: usize,
    missing: usize,
    missing_tags: usize,
    wrong: Vec<String>,
    complete: bool,
}

impl Row {
    fn new(truth: &Facts, shown: &Facts) -> Row {
        let wrong_tags = shown.tags.difference(&truth.tags);
        Row {
            members: truth.members.len(),
            missing: truth.members.difference(&shown.members).count(),
            missing_tags: truth.tags.difference(&shown.tags).count(),
            wrong: shown.members.difference(&truth.members).chain(wrong_tags).cloned().collect(),
            complete: shown.complete,
        }
    }

    fn is_exact(&self) -> bool {
        self.wrong.is_empty() && self.missing == 0 && self.missing_tags == 0
    }

    fn verdict(&self) -> &'static str {
        match (self.is_exact(), self.complete) {
            _ if !self.wrong.is_empty() => "wrong",
            (true, true) => "exact, complete",
            (true, false) => "exact, but says that it may not be all",
            (false, false) => "partial, and says so",
            (false, true) => "partial, without saying so",
        }
    }
}

#[derive(Default)]
struct Sums {
    fleets: usize,
    exact: usize,
    complete: usize,
    members: usize,
    missing: usize,
    wrong: usize,
    /// Facts that lack in fleets that are said to be known whole.
    silent: usize,
    findings: usize,
    /// Services that the fleets define and use themselves, and those of which other roles are told.
    services: usize,
    other_roles: usize,
}

impl Sums {
    fn add(&mut self, row: &Row, findings: usize) {
        self.fleets += 1;
        self.exact += usize::from(row.is_exact());
        self.complete += usize::from(row.complete);
        self.members += row.members;
        self.missing += row.missing;
        self.wrong += row.wrong.len();
        self.silent += if row.complete { row.missing + row.missing_tags } else { 0 };
        self.findings += findings;
    }

    fn print(&self) {
        let Sums { fleets, exact, complete, members, missing, wrong, silent, findings, .. } = self;
        println!("{exact} of {fleets} fleets exact, {complete} said to be complete");
        println!("of {members} members {missing} missing; {wrong} members and tags wrong");
        println!("{silent} lack in silence; {findings} findings that should not be, or lack");
        let Sums { services, other_roles, .. } = self;
        println!("of {services} own services that are used {other_roles} have other roles");
    }

    fn is_right(&self) -> bool {
        self.wrong == 0 && self.silent == 0 && self.findings == 0 && self.other_roles == 0
    }
}
