//! What there is to say of one proposal. For one alone that is as much as a hover tells.

use inventory::Usable;
use smol_str::SmolStr;

use super::{CompletionKind, Context, members};
use crate::hover;
use crate::markup::Markup;
use crate::place::{At, Spot};
use crate::settings::SettingsPath;
use crate::subject::Subject;

impl CompletionKind {
    /// Is there more to say of one than its name?
    pub fn is_documented(self) -> bool {
        !matches!(self, CompletionKind::Word | CompletionKind::Path)
    }
}

impl Context<'_> {
    /// What a name names that is proposed at a place, and what there is to say of it.
    pub(super) fn documentation(self, spot: &Spot, name: &str) -> Option<(CompletionKind, Markup)> {
        let context = hover::Context { analysis: self.analysis, clan: self.clan };
        let path: Vec<&str> = spot.path.iter().map(SmolStr::as_str).collect();
        let Some(subject) = Subject::at(&path, spot.at) else {
            return self.of_option(context, &path, spot.at, name);
        };
        let usable = match subject {
            // What is proposed there is a service, for a new instance of it.
            Subject::Instance => self.analysis.reach(self.clan).all(),
            Subject::Module { instance } => members::usable(self.analysis, self.clan, instance),
            _ => return Some((kind(subject), hover::of_subject(context, subject, name)?)),
        };
        let mut usable = usable.into_iter().filter(|it| it.name == name);
        // Which one is meant of several, the name does not tell.
        let (Some(Usable { service, .. }), None) = (usable.next(), usable.next()) else {
            return None;
        };
        Some((kind(subject), hover::service(context, name, &service)))
    }

    /// Of a key; that may be dotted.
    fn of_option(
        self,
        context: hover::Context<'_>,
        path: &[&str],
        at: At,
        name: &str,
    ) -> Option<(CompletionKind, Markup)> {
        if at != At::Key {
            return None;
        }
        let (kind, names) = match SettingsPath::of(path) {
            Some(_) => (CompletionKind::Setting, vec![name]),
            None => (CompletionKind::Key, name.split('.').collect()),
        };
        Some((kind, hover::option(context, &[path, &names].concat())?))
    }
}

fn kind(subject: Subject<'_>) -> CompletionKind {
    match subject {
        Subject::Machine => CompletionKind::Machine,
        Subject::Tag => CompletionKind::Tag,
        Subject::Instance => CompletionKind::Instance,
        Subject::Module { .. } => CompletionKind::Service,
        Subject::Role { .. } => CompletionKind::Role,
        Subject::Input => CompletionKind::Input,
    }
}
