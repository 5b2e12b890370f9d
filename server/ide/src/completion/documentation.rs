//! What there is to say of one proposal. For one alone that is as much as a hover tells.

use eval::FilePosition;
use inventory::Usable;
use smol_str::SmolStr;

use super::{CompletionKind, members};
use crate::Analysis;
use crate::hover::{self, Context};
use crate::markup::Markup;
use crate::place::{At, ground, spot};
use crate::settings::SettingsPath;
use crate::subject::Subject;

impl CompletionKind {
    /// Is there more to say of one than its name?
    pub fn is_documented(self) -> bool {
        !matches!(self, CompletionKind::Word | CompletionKind::Path)
    }

    fn of(subject: Subject<'_>) -> CompletionKind {
        match subject {
            Subject::Machine => CompletionKind::Machine,
            Subject::Tag => CompletionKind::Tag,
            Subject::Instance => CompletionKind::Instance,
            Subject::Module { .. } => CompletionKind::Service,
            Subject::Role { .. } => CompletionKind::Role,
            Subject::Input => CompletionKind::Input,
        }
    }
}

/// What a name names that is proposed at a place, and what there is to say of it.
pub(crate) fn documentation(
    analysis: &Analysis,
    at: FilePosition,
    name: &str,
) -> Option<(CompletionKind, Markup)> {
    let parse = analysis.parse(at.file)?;
    let ground = ground(analysis, at.file)?;
    let spot = spot(&parse, &ground, at)?;
    let context = Context { analysis, clan: &ground.clan };
    let path: Vec<&str> = spot.path.iter().map(SmolStr::as_str).collect();
    match Subject::at(&path, spot.at) {
        Some(subject) => Some((CompletionKind::of(subject), of_thing(context, subject, name)?)),
        None if spot.at == At::Key => of_option(context, &path, name),
        None => None,
    }
}

fn of_thing(context: Context<'_>, subject: Subject<'_>, name: &str) -> Option<Markup> {
    let usable = match subject {
        // What is proposed there is a service, for a new instance of it.
        Subject::Instance => context.analysis.reach(context.clan).all(),
        Subject::Module { instance } => members::usable(context.analysis, context.clan, instance),
        _ => return hover::of_subject(context, subject, name),
    };
    let mut usable = usable.into_iter().filter(|it| it.name == name);
    // Which one is meant of several, the name does not tell.
    let (Some(Usable { service, .. }), None) = (usable.next(), usable.next()) else {
        return None;
    };
    Some(hover::service(context, name, &service))
}

/// Of a key, which may be dotted.
fn of_option(context: Context<'_>, path: &[&str], name: &str) -> Option<(CompletionKind, Markup)> {
    let (kind, names) = match SettingsPath::of(path) {
        Some(_) => (CompletionKind::Setting, vec![name]),
        None => (CompletionKind::Key, name.split('.').collect()),
    };
    Some((kind, hover::option(context, &[path, &names].concat())?))
}
