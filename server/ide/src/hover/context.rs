//! What hovers draw on, and how things stand in them: places, machines, roles and reasons.

use eval::FileRange;
use inventory::{By, Clan, Place, Reason, TagSource};
use smol_str::SmolStr;

use crate::Analysis;
use crate::definition::file_of_machine;
use crate::markup::Line;
use crate::roles::RoleOf;

/// More names than these are counted where names stand in a line.
const MOST_NAMES: usize = 6;

/// What the answers draw on.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) analysis: &'a Analysis,
    pub(crate) clan: &'a Clan,
}

impl Context<'_> {
    /// `clan.nix:12`, below the clan's root.
    pub(crate) fn at(self, at: FileRange) -> Line {
        let path = self.analysis.path(at.file);
        let path = path.strip_prefix(&self.clan.root).unwrap_or(&path);
        let lines = self.analysis.line_index(at.file);
        let line = lines.and_then(|lines| lines.try_line_col(at.range.start()));
        let text = format!("{}:{}", path.display(), line.map_or(1, |at| at.line + 1));
        Line::default().name(text, Some(at))
    }

    /// A place in a text, or a folder.
    fn place(self, place: &Place) -> Line {
        match place {
            Place::Text(at) => self.at(*at),
            Place::Folder(folder) => {
                let name = folder.strip_prefix(&self.clan.root).unwrap_or(folder);
                let at = file_of_machine(self.analysis, folder);
                Line::default().name(format!("{}/", name.display()), at)
            }
        }
    }

    /// Places in a row.
    pub(super) fn places(self, places: impl IntoIterator<Item = Place>) -> Line {
        Line::default().list(places.into_iter().map(|place| self.place(&place)))
    }

    /// Where a machine is defined first.
    pub(crate) fn definition_of(self, machine: &str) -> Option<FileRange> {
        let places = self.clan.machines.get(machine)?.definitions();
        match places.into_iter().next()? {
            Place::Text(at) => Some(at),
            Place::Folder(folder) => file_of_machine(self.analysis, &folder),
        }
    }

    /// A machine, which leads to where it is defined.
    pub(crate) fn machine(self, name: &str) -> Line {
        Line::default().name(name, self.definition_of(name))
    }

    /// Some machines in a line, of many only the first.
    pub(super) fn machines(self, names: &[&SmolStr]) -> Line {
        let shown = names.iter().take(MOST_NAMES).map(|name| self.machine(name));
        let line = Line::default().list(shown);
        match names.len().saturating_sub(MOST_NAMES) {
            0 => line,
            rest => line.text(format!(" and {rest} others")),
        }
    }

    /// A role, which leads to where it is written.
    pub(crate) fn role(self, role: &RoleOf<'_>) -> Line {
        Line::default().name(role.label(), role.at())
    }

    /// Why a machine is a member of a role.
    pub(crate) fn reasons(self, reasons: &[Reason]) -> Line {
        Line::default().list(reasons.iter().map(|reason| {
            let line = match reason.by {
                By::Tag => Line::of("tag ").code(reason.name.as_str()),
                By::Machine => Line::of("by name"),
            };
            line.text(" (").and(self.at(reason.at)).text(")")
        }))
    }

    /// Why a machine carries a tag.
    pub(super) fn carried_by(self, source: TagSource) -> Line {
        match source {
            TagSource::Own(at) => self.at(at),
            TagSource::Listed(at) => {
                Line::default().code("inventory.tags").text(", ").and(self.at(at))
            }
            TagSource::BuiltIn => Line::of("built in"),
        }
    }
}
