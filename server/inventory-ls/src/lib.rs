//! inventory-ls: the language server and command line for Clan inventories.
//!
//! The only crate that knows the protocol, the disk and the terminal. Analysis is `ide`'s; here it
//! is asked, and its answers are turned into what an editor or a person reads.

pub mod args;
mod cli;
pub mod configuration;
mod difference;
mod disk;
pub mod lsp_client;
mod no_clan;
mod page_url;
mod server;
mod told_inputs;
mod tour;

use std::process::ExitCode;

use args::{Args, Command};

/// Does what the arguments say. Exit code 0: fine; 1: something is wrong with what was looked at;
/// 2: it could not be looked at, and stderr says why.
pub fn run(args: &Args) -> ExitCode {
    match &args.command {
        None => server::run(&args.server),
        Some(Command::Tour) => tour::run(),
        Some(Command::Check(args)) => cli::check(args),
        Some(Command::Show(args)) => cli::show(args),
        Some(Command::Services(args)) => cli::services(args),
        Some(Command::Query(args)) => cli::query(args),
        Some(Command::Explain(args)) => cli::explain(args),
        Some(Command::Parse(args)) => cli::parse(args),
    }
}
