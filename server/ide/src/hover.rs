//! What the thing under the cursor is: each kind of thing answers for itself.

mod context;
mod given;
mod input;
mod instance;
mod machine;
mod module;
mod role;
mod setting;
mod tag;
mod values;

use eval::FilePosition;
use syntax::TextRange;

use crate::markup::Markup;
use crate::place::{ground, spot};
use crate::settings::path_of_key;
use crate::subject::Subject;
use crate::{Analysis, place::Spot};

pub(crate) use context::Context;
pub(crate) use module::service;
pub(crate) use setting::{option, setting};

/// An answer to a hover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The text that it speaks of, in bytes.
    pub range: TextRange,
    /// The answer.
    pub text: Markup,
}

pub(crate) fn hover(analysis: &Analysis, at: FilePosition) -> Option<Hover> {
    let parse = analysis.parse(at.file)?;
    let ground = ground(analysis, at.file)?;
    let spot = spot(&parse, &ground, at)?;
    let context = Context { analysis, clan: &ground.clan };
    let text = of_spot(context, &spot)?;
    Some(Hover { range: spot.name.range, text })
}

fn of_spot(context: Context<'_>, spot: &Spot) -> Option<Markup> {
    let name = &spot.name.text;
    let Some(subject) = Subject::of(spot) else { return option(context, &path_of_key(spot)?) };
    let machine = spot.machine_of_tags();
    let of_machine = machine.and_then(|machine| tag::of_machine(context, machine, name));
    of_machine.or_else(|| of_subject(context, subject, name))
}

/// What there is to say of a thing, wherever it is named.
pub(crate) fn of_subject(context: Context<'_>, subject: Subject<'_>, name: &str) -> Option<Markup> {
    match subject {
        Subject::Machine => machine::hover(context, name),
        Subject::Tag => Some(tag::hover(context, name)),
        Subject::Instance => instance::hover(context, name),
        Subject::Module { instance } => module::hover(context, instance, name),
        Subject::Role { instance } => role::hover(context, instance, name),
        Subject::Input => input::hover(context, name),
    }
}
