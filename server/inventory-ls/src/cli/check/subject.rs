//! What is to be checked: what PATH leads to, or a text on stdin.

use std::path::Path;
use std::sync::Arc;

use ide::{Analysis, AnalysisHost, Disk};

use crate::args::CheckArgs;
use crate::cli::Failure;
use crate::cli::source::Sources;
use crate::cli::target::Target;
use crate::disk::read_stdin;

/// The folder or file that is meant.
pub(super) struct Subject {
    pub(super) target: Target,
    /// The file's text, where it is not that on the disk.
    text: Option<String>,
}

impl Subject {
    /// Finds what the arguments name.
    ///
    /// # Errors
    /// It can't be read.
    pub(super) fn of(args: &CheckArgs, disk: &dyn Disk) -> Result<Subject, Failure> {
        if let Some(file) = &args.stdin_filepath {
            let target = Target::file(file)?;
            let text = read_stdin().map_err(|why| target.unreadable(&why))?;
            return Ok(Subject { target, text: Some(text) });
        }
        let target = Target::find(&args.path)?;
        if !target.is_folder() {
            disk.read(target.path()).map_err(|why| target.unreadable(&why))?;
        }
        Ok(Subject { target, text: None })
    }

    /// Is only this file meant, and not the rest of its clan?
    pub(super) fn is_text(&self) -> bool {
        self.text.is_some()
    }

    /// The disk's state, with the text in its place.
    pub(super) fn analysis(&self, disk: &Arc<dyn Disk>) -> Analysis {
        let mut host = AnalysisHost::new(disk.clone());
        if let Some(text) = &self.text {
            host.open(self.target.path().to_owned(), ide::parse(text));
        }
        host.snapshot()
    }

    /// Puts the text among the sources, if it is there.
    pub(super) fn add_to(
        &self,
        sources: &mut Sources,
        analysis: &Analysis,
        name: impl Fn(&Path) -> String,
    ) {
        if let Some(text) = &self.text {
            let path = self.target.path();
            sources.insert(analysis.file(path), &name(path), text);
        }
    }
}
