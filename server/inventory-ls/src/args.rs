//! What may be written behind `inventory-ls`.

use std::path::PathBuf;

use clap::{Args as ArgGroup, Parser, Subcommand, ValueEnum};
use ide::{Code, did_you_mean};

pub use crate::cli::Place;

/// The language server and command line for Clan inventories.
///
/// Without a command it is the language server, on stdin and stdout.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// How to serve, when no command is given.
    #[command(flatten)]
    pub server: ServerArgs,
    /// What to do instead of serving.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Arguments of the language server.
#[derive(Debug, ArgGroup)]
pub struct ServerArgs {
    /// Serve on stdin and stdout (which is what happens anyway)
    #[arg(long)]
    pub stdio: bool,
    /// Write the log to this file instead of stderr
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// How much to log
    #[arg(long, value_enum, default_value_t = LogLevel::Warn)]
    pub log_level: LogLevel,
}

/// How much to log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// What went wrong.
    Error,
    /// And what looks wrong.
    Warn,
    /// And what happens.
    Info,
    /// And each message.
    Debug,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show what an editor shows, on an example clan: a first look, and a check of an installation
    Tour,
    /// Print the diagnostics of a clan, as a compiler does
    Check(CheckArgs),
    /// Print who gets what
    Show(ShowArgs),
    /// Print the service definitions in reach
    Services(ServicesArgs),
    /// Print what an editor would be told at a place
    Query(QueryArgs),
    /// Explain a diagnostic by its code; without one, list them all
    Explain(ExplainArgs),
    /// Print the syntax tree of a file and its errors
    Parse(ParseArgs),
}

/// Arguments of `check`.
#[derive(Debug, ArgGroup)]
pub struct CheckArgs {
    /// A folder (its clan) or a file of one
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// Print information and hints too
    #[arg(long)]
    pub hints: bool,
    /// What is to fail like an error
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// Only findings of this code; may be given several times
    #[arg(long = "code", value_name = "CODE", value_parser = code, value_delimiter = ',')]
    pub codes: Vec<Code>,
    /// Print only the findings
    #[arg(long)]
    pub quiet: bool,
    /// Check only the text on stdin, as that of the file which --stdin-filepath names
    #[arg(long, requires = "stdin_filepath", conflicts_with = "path")]
    pub stdin: bool,
    /// The file whose text comes on stdin; it need not exist
    #[arg(long, value_name = "FILE", requires = "stdin")]
    pub stdin_filepath: Option<PathBuf>,
    /// Make the fixes that are beyond doubt, then print what is left
    #[arg(long)]
    pub fix: bool,
    /// Print what --fix would change, as a patch, and write nothing
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    pub diff: bool,
    /// Where the source of an input of the flake lies; may be given several times
    #[arg(long = "input", value_name = "NAME=PATH", value_parser = input)]
    pub inputs: Vec<(String, PathBuf)>,
}

impl CheckArgs {
    /// Do warnings fail like errors?
    pub fn deny_warnings(&self) -> bool {
        self.deny == Some(Deny::Warnings)
    }
}

/// The name of an input and the folder of its source, which has to be there.
fn input(text: &str) -> Result<(String, PathBuf), String> {
    let (name, path) = text.split_once('=').ok_or("write it as NAME=PATH")?;
    match std::fs::canonicalize(path) {
        Ok(folder) if folder.is_dir() => Ok((name.to_owned(), folder)),
        Ok(_) => Err(format!("`{path}` is no folder")),
        Err(error) => Err(format!("cannot read `{path}`: {error}")),
    }
}

/// A diagnostic's code by its name.
fn code(name: &str) -> Result<Code, String> {
    Code::named(name).ok_or_else(|| {
        match did_you_mean(name, Code::ALL.map(Code::as_str)).as_str() {
            "" => "no diagnostic has this code; `inventory-ls explain` lists them".to_owned(),
            near => format!("no diagnostic has this code{near}"),
        }
    })
}

/// What can be denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings fail like errors.
    Warnings,
}

/// How `check` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// As SARIF 2.1.0, which services that collect findings read.
    Sarif,
    /// As GitHub's workflow commands, which mark the lines of a pull request.
    Github,
}

/// Arguments of `show`.
#[derive(Debug, ArgGroup)]
pub struct ShowArgs {
    /// A folder (its clan) or a file of one
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = ShowFormat::Table)]
    pub format: ShowFormat,
    /// Only what concerns this machine
    #[arg(long, value_name = "NAME")]
    pub machine: Option<String>,
    /// Only this instance
    #[arg(long, value_name = "NAME")]
    pub instance: Option<String>,
    /// Only what concerns this tag
    #[arg(long, value_name = "NAME")]
    pub tag: Option<String>,
    /// Where the source of an input of the flake lies; may be given several times
    #[arg(long = "input", value_name = "NAME=PATH", value_parser = input)]
    pub inputs: Vec<(String, PathBuf)>,
}

/// How `show` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// Arguments of `services`.
#[derive(Debug, ArgGroup)]
pub struct ServicesArgs {
    /// A folder (its clan) or a file of one
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = ServicesFormat::Table)]
    pub format: ServicesFormat,
    /// Where the source of an input of the flake lies; may be given several times
    #[arg(long = "input", value_name = "NAME=PATH", value_parser = input)]
    pub inputs: Vec<(String, PathBuf)>,
}

/// How `services` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ServicesFormat {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// Arguments of `query`.
#[derive(Debug, ArgGroup)]
pub struct QueryArgs {
    /// What is asked.
    #[command(subcommand)]
    pub question: Question,
    /// How to print
    #[arg(long, value_enum, default_value_t = QueryFormat::Text, global = true)]
    pub format: QueryFormat,
}

/// What can be asked about a place.
#[derive(Debug, Subcommand)]
pub enum Question {
    /// What stands there
    Hover(PlaceArgs),
    /// What may be written there
    Complete(PlaceArgs),
    /// Where what stands there is defined
    Definition(PlaceArgs),
    /// Every place that names it
    References(PlaceArgs),
    /// What gives it another name: a patch, and what is to be moved after that
    Rename(RenameArgs),
    /// What would change if it were not there
    Preview(PlaceArgs),
    /// What can be done there: fixes, and other ways to write it
    Actions(PlaceArgs),
}

/// A place that is asked about.
#[derive(Debug, ArgGroup)]
pub struct PlaceArgs {
    /// The place, such as clan.nix:3:7: a file, a line and a column, both from 1
    #[arg(value_name = "FILE:LINE:COLUMN")]
    pub at: Place,
}

/// A name that is asked about, and another one.
#[derive(Debug, ArgGroup)]
pub struct RenameArgs {
    /// The name that it has now
    #[command(flatten)]
    pub place: PlaceArgs,
    /// The name that it is to have
    pub new: String,
}

/// How `query` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum QueryFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Arguments of `explain`.
#[derive(Debug, ArgGroup)]
pub struct ExplainArgs {
    /// The code, such as unknown-role
    pub code: Option<String>,
}

/// Arguments of `parse`.
#[derive(Debug, ArgGroup)]
pub struct ParseArgs {
    /// The file; `-` reads stdin
    pub file: PathBuf,
    /// Apply these edits one after the other, and compare the tree that they lead to with a full
    /// parse: `[{ "start": 4, "end": 5, "insert": "x" }]`, in bytes of the text before each
    #[arg(long, value_name = "FILE.json")]
    pub edits: Option<PathBuf>,
}
