//! The log: to stderr or a file, never to stdout, which is the protocol's.

use std::fs::File;
use std::io;
use std::sync::Mutex;

use tracing_subscriber::filter::LevelFilter;

use crate::args::{LogLevel, ServerArgs};

/// Starts logging as the arguments say.
///
/// # Errors
/// The log file can't be made.
pub(super) fn start(args: &ServerArgs) -> io::Result<()> {
    let level = match args.log_level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let log = tracing_subscriber::fmt().with_max_level(level).with_ansi(false);
    match &args.log {
        Some(path) => log.with_writer(Mutex::new(File::create(path)?)).init(),
        None => log.with_writer(io::stderr).init(),
    }
    Ok(())
}
