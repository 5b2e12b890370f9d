//! `cargo xtask fleets`: how much of real fleets `show` gets right, and what `check` says of them.
//!
//! CHECKOUTS holds a folder `<owner>+<name>` for each fleet, TRUTH a file `<owner>+<name>.json` with
//! what real evaluation gives. A member that we do not find is a gap; one that is not there is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ide::Code;
use serde::Deserialize;

use crate::workspace;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder of the fleets' checkouts
    checkouts: PathBuf,
    /// The folder of what real evaluation gives
    truth: PathBuf,
    /// What `check` should report, by fleet: a JSON file
    #[arg(long)]
    findings: Option<PathBuf>,
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
    println!("{:<34} {:>8} {:>8} {:>6}  verdict", "fleet", "members", "missing", "wrong");
    for name in names(&args.truth)? {
        let truth: Truth =
            serde_json::from_slice(&fs::read(args.truth.join(format!("{name}.json")))?)?;
        let checkout = args.checkouts.join(&name);
        let truth = truth.members();
        let shown = shown(&program, &checkout)?;
        let row = Row::new(&truth, &shown);
        println!(
            "{name:<34} {:>8} {:>8} {:>6}  {}",
            truth.len(),
            row.missing.len(),
            row.wrong.len(),
            row.verdict()
        );
        for (instance, role, machine) in &row.wrong {
            println!("    wrong: {instance}.{role} = {machine}");
        }
        let expected = findings.get(&name);
        let unexpected = expected.map(|it| it.compare(&program, &checkout)).transpose()?;
        for line in unexpected.iter().flatten() {
            println!("    {line}");
        }
        sums.add(&truth, &row, unexpected.map_or(0, |lines| lines.len()));
    }
    sums.print();
    if sums.wrong > 0 || sums.findings > 0 { Err("not as it should be".into()) } else { Ok(()) }
}

fn build() -> Result<PathBuf, Box<dyn Error>> {
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

/// Instance, role, machine.
type Member = (String, String, String);

#[derive(Deserialize)]
struct Truth {
    instances: BTreeMap<String, TruthInstance>,
}

#[derive(Deserialize)]
struct TruthInstance {
    roles: BTreeMap<String, TruthRole>,
}

#[derive(Deserialize)]
struct TruthRole {
    members: BTreeSet<String>,
}

impl Truth {
    fn members(self) -> BTreeSet<Member> {
        let roles = self.instances.into_iter().flat_map(|(instance, it)| {
            it.roles.into_iter().map(move |(role, it)| (instance.clone(), role, it.members))
        });
        roles.flat_map(|(instance, role, members)| named(&instance, &role, members)).collect()
    }
}

fn named(instance: &str, role: &str, machines: impl IntoIterator<Item = String>) -> Vec<Member> {
    let of = |machine| (instance.to_owned(), role.to_owned(), machine);
    machines.into_iter().map(of).collect()
}

#[derive(Deserialize)]
struct Shown {
    clans: Vec<ShownClan>,
}

#[derive(Deserialize)]
struct ShownClan {
    instances: BTreeMap<String, ShownInstance>,
}

#[derive(Deserialize)]
struct ShownInstance {
    roles: BTreeMap<String, ShownRole>,
}

#[derive(Deserialize)]
struct ShownRole {
    machines: BTreeMap<String, serde_json::Value>,
}

fn shown(program: &Path, checkout: &Path) -> Result<BTreeSet<Member>, Box<dyn Error>> {
    let output = Command::new(program).args(["show", "--format", "json"]).arg(checkout).output()?;
    if output.stdout.is_empty() {
        return Ok(BTreeSet::new());
    }
    let shown: Shown = serde_json::from_slice(&output.stdout)?;
    let instances = shown.clans.into_iter().flat_map(|clan| clan.instances);
    let members = instances.flat_map(|(instance, it)| {
        let roles = it.roles.into_iter();
        let members = roles.flat_map(|(role, it)| named(&instance, &role, it.machines.into_keys()));
        members.collect::<Vec<_>>()
    });
    Ok(members.collect())
}

struct Row {
    missing: Vec<Member>,
    wrong: Vec<Member>,
}

impl Row {
    fn new(truth: &BTreeSet<Member>, shown: &BTreeSet<Member>) -> Row {
        Row {
            missing: truth.difference(shown).cloned().collect(),
            wrong: shown.difference(truth).cloned().collect(),
        }
    }

    fn verdict(&self) -> &'static str {
        match (self.wrong.is_empty(), self.missing.is_empty()) {
            (false, _) => "wrong",
            (true, false) => "partial",
            (true, true) => "exact",
        }
    }
}

#[derive(Default)]
struct Sums {
    fleets: usize,
    exact: usize,
    members: usize,
    missing: usize,
    wrong: usize,
    findings: usize,
}

impl Sums {
    fn add(&mut self, truth: &BTreeSet<Member>, row: &Row, findings: usize) {
        self.fleets += 1;
        self.exact += usize::from(row.verdict() == "exact");
        self.members += truth.len();
        self.missing += row.missing.len();
        self.wrong += row.wrong.len();
        self.findings += findings;
    }

    fn print(&self) {
        let Sums { fleets, exact, members, missing, wrong, findings } = self;
        println!(
            "{exact} of {fleets} fleets exact; of {members} members {missing} missing, {wrong} wrong"
        );
        println!("{findings} findings that should not be, or lack");
    }
}

/// What `check` should report of a fleet.
#[derive(Deserialize)]
struct ExpectedFindings {
    findings: BTreeSet<Finding>,
    /// At most informations: never errors or warnings.
    #[serde(rename = "soft")]
    _soft: serde::de::IgnoredAny,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Finding {
    file: String,
    line: u32,
    severity: String,
    code: String,
}

#[derive(Deserialize)]
struct Reported {
    file: String,
    range: ReportedRange,
    severity: String,
    code: String,
}

#[derive(Deserialize)]
struct ReportedRange {
    start: ReportedPlace,
}

#[derive(Deserialize)]
struct ReportedPlace {
    line: u32,
}

impl ExpectedFindings {
    /// What is reported and should not be, and what should be and is not.
    fn compare(&self, program: &Path, checkout: &Path) -> Result<Vec<String>, Box<dyn Error>> {
        let output =
            Command::new(program).args(["check", "--format", "json"]).arg(checkout).output()?;
        let reported: Vec<Reported> = match output.stdout.is_empty() {
            true => Vec::new(),
            false => serde_json::from_slice(&output.stdout)?,
        };
        let reported: BTreeSet<Finding> = reported
            .into_iter()
            .map(|it| Finding {
                file: it.file,
                line: it.range.start.line,
                severity: it.severity,
                code: it.code,
            })
            .collect();
        let more = reported.difference(&self.findings).map(|it| format!("not expected: {it:?}"));
        let less = self.findings.difference(&reported);
        let less = less.filter(|it| Code::named(&it.code).is_some());
        let less = less.map(|it| format!("expected: {it:?}"));
        Ok(more.chain(less).collect())
    }
}
