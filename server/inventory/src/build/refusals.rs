//! What evaluation met that Nix would refuse, as facts of the clan.
//!
//! A closed part, of which facts are remembered, holds no relative path and calls no module: so
//! nothing of this can be lost with what is not read again.

use std::path::Path;

use eval::{
    Children, Definitions, FileError, FileId, FileKind, FileRange, Files, Refusal, RefusalKind,
    ThunkId, Value,
};
use syntax::TextSize;

use super::Builder;
use crate::clan::{MissingFile, Reader, Refusals};

/// The arguments that modules of a clan are given: what every module is, and what clan-core adds. The
/// clan's own `specialArgs` are for its machines.
pub const CLAN_ARGUMENTS: [&str; 9] = [
    "config",
    "lib",
    "options",
    "specialArgs",
    "self",
    "clan-core",
    "clanLib",
    "nixpkgs",
    "nix-darwin",
];

/// One of these options has every clan.
const OF_CLANS: [&str; 4] = ["inventory", "machines", "meta", "modules"];

/// Options that modules of a flake have and a clan has not.
const OF_FLAKES: [&str; 3] = ["clan", "flake", "perSystem"];

/// Settings that nest deeper are not looked through, nor more values than this.
const MAX_DEPTH: u32 = 16;
const MAX_VALUES: u32 = 10_000;

impl Builder<'_> {
    /// Keeps what was met since this was asked last, on behalf of `reader`.
    pub(super) fn keep_refusals(&mut self, reader: &Reader) {
        let met = self.ev.refusals().get(self.refusals_kept..).unwrap_or_default().to_vec();
        self.refusals_kept += met.len();
        for refusal in met {
            self.keep(refusal, reader);
        }
    }

    fn keep(&mut self, refusal: Refusal, reader: &Reader) {
        let at = self.ev.range(refusal.at);
        match refusal.kind {
            RefusalKind::NoFile(path) if self.is_absent(&path) && !self.is_legacy(&path) => {
                let (path, reader) = (path.to_path_buf(), reader.clone());
                self.refusals.files.push(MissingFile { at, path, reader });
            }
            RefusalKind::ClosedPattern if self.knows_readers => {
                self.refusals.closed_functions.push(at);
            }
            RefusalKind::NoArgument(name) if self.knows_readers => {
                self.refusals.arguments.push((name, at));
            }
            // Machines' tags are in a circle only where tags are computed from them.
            _ => {}
        }
    }

    /// Keeps the circles that were met since so many refusals.
    pub(super) fn keep_circles(&mut self, since: usize) {
        let met = self.ev.refusals().iter().skip(since);
        let circles = met.filter(|refusal| refusal.kind == RefusalKind::Circle);
        self.refusals.circles = circles.map(|refusal| self.ev.range(refusal.at)).collect();
    }

    /// All that was kept, each once.
    pub(super) fn refusals(&mut self) -> Refusals {
        let mut all = std::mem::take(&mut self.refusals);
        // The first reader is who reads it soonest.
        all.files.sort_by(|a, b| (key(a.at), &a.reader).cmp(&(key(b.at), &b.reader)));
        all.files.dedup_by_key(|file| file.at);
        all.arguments.sort_by_key(|&(_, at)| key(at));
        all.arguments.dedup();
        for places in [&mut all.closed_functions, &mut all.circles] {
            places.sort_by_key(|&at| key(at));
            places.dedup();
        }
        all
    }

    /// Is it certain that nothing is at a path of the repository? A link that leads nowhere may lead
    /// somewhere elsewhere, and an empty folder may be a submodule that was not fetched.
    fn is_absent(&self, path: &Path) -> bool {
        let files = self.ev.files();
        if files.text(path) != Err(FileError::NotFound) {
            return false;
        }
        let mut child = path;
        while let Some(folder) = child.parent().filter(|it| it.starts_with(&self.repository)) {
            if files.kind(folder) == Some(FileKind::Directory) {
                let entries = files.read_dir(folder).unwrap_or_default();
                let is_it = |name: &str| child.file_name().is_some_and(|it| it == name);
                let is_listed = entries.iter().any(|entry| is_it(&entry.name));
                // What is neither a file nor a folder, such as a pipe, is not listed.
                let is_nothing = || files.text(child) == Err(FileError::NotFound);
                return !entries.is_empty() && !is_listed && is_nothing();
            }
            child = folder;
        }
        false
    }

    /// Would this be the module of a folder that older versions of Clan read without one?
    fn is_legacy(&self, path: &Path) -> bool {
        let is_folder = |path: &Path| self.ev.files().kind(path) == Some(FileKind::Directory);
        path.ends_with("default.nix") && is_folder(&path.with_file_name("roles"))
    }

    /// Notes the paths in settings that lead to nothing: Clan reads all of them. A path that stands
    /// for settings is another mistake, and so are `imports`.
    pub(super) fn note_settings(&mut self, settings: &Definitions) {
        let settings = self.ev.discharge(settings);
        let mut left = MAX_VALUES;
        for definition in settings.items {
            let Value::Attrs(attrs) = self.ev.force(definition.value) else { continue };
            for attr in attrs.entries.iter().filter(|attr| attr.name != "imports") {
                self.note_paths(attr.value, MAX_DEPTH, &mut left);
            }
        }
    }

    /// Notes the paths that are written out in a value and lead to nothing.
    fn note_paths(&mut self, thunk: ThunkId, depth: u32, left: &mut u32) {
        if depth == 0 || *left == 0 || self.ev.closed(thunk).is_some() {
            return;
        }
        *left -= 1;
        match self.ev.written(thunk) {
            Some(Value::Path(path)) => {
                if let Some(refusal) = self.ev.absent(&path, false) {
                    self.keep(refusal, &Reader::Clan);
                }
            }
            Some(Value::List(list)) => {
                list.items.iter().for_each(|&item| self.note_paths(item, depth - 1, left));
            }
            // What has an `outPath` stands for that alone.
            Some(Value::Attrs(attrs)) if attrs.get("outPath").is_none() => {
                attrs.entries.iter().for_each(|it| self.note_paths(it.value, depth - 1, left));
            }
            _ => {}
        }
    }

    /// Notes the modules for a role's machines that lead to nothing.
    pub(super) fn note_extra_modules(&mut self, modules: &Definitions) {
        let modules = self.ev.discharge(modules);
        for definition in modules.items {
            let Value::List(list) = self.ev.force(definition.value) else { continue };
            for &item in &list.items {
                if let Some(Value::Path(path)) = self.ev.written(item)
                    && let Some(refusal) = self.ev.absent(&path, true)
                {
                    self.keep(refusal, &Reader::Machines);
                }
            }
        }
    }
}

fn key(at: FileRange) -> (FileId, TextSize) {
    (at.file, at.range.start())
}

/// Is a file that stands alone a module of a clan? A `default.nix` beside it may call it with anything.
pub(super) fn is_called_by_clan(files: &dyn Files, entry: &Path) -> bool {
    entry.file_name().is_some_and(|name| name == "clan.nix")
        && files.kind(&entry.with_file_name("default.nix")).is_none()
}

/// Are these the options of a clan? A module of a flake, or a function that makes a clan, may be taken
/// for one.
pub(super) fn is_of_clan(options: &Children) -> bool {
    let has = |name: &&str| options.entries.contains_key(*name);
    OF_CLANS.iter().any(has) && !OF_FLAKES.iter().any(has)
}
