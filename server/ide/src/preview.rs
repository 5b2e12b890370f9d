//! What would change without a tag or a machine, where a text names it.
//!
//! Nothing is guessed: the text is taken out in a world of its own, and both clans are compared.

mod compare;

use eval::{FilePosition, FileRange};
use inventory::{Clan, Reason};
use smol_str::SmolStr;

use crate::Analysis;
use crate::code_action::{Removal, removal};
use crate::hover::Context;
use crate::markup::{Line, Markup, Table};
use crate::roles::roles_open;

/// More changes than these are counted in a message.
const MOST_TOLD: usize = 5;

/// What would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The text that would go.
    pub at: FileRange,
    /// `What would change without `backup`?`
    pub title: String,
    /// Each change, by machine.
    pub differences: Vec<Difference>,
    /// May there be others, since not all of the clan can be told?
    pub open: bool,
    /// All of it, for people.
    pub text: Markup,
    /// The same in a sentence.
    pub message: String,
}

/// A change for a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The machine.
    pub machine: SmolStr,
    /// How it changes.
    pub kind: DifferenceKind,
    /// What it loses or gains; nothing where it is all of the machine.
    pub what: Option<Lot>,
}

/// How something changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// The machine has it no more.
    Loses,
    /// The machine has it then.
    Gains,
    /// There is no such machine any more.
    Goes,
    /// There is such a machine then.
    Comes,
}

impl DifferenceKind {
    /// As a verb.
    pub fn as_str(self) -> &'static str {
        match self {
            DifferenceKind::Loses => "loses",
            DifferenceKind::Gains => "gains",
            DifferenceKind::Goes => "goes",
            DifferenceKind::Comes => "comes",
        }
    }
}

/// What a machine can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lot {
    /// A tag.
    Tag(SmolStr),
    /// A role.
    Role {
        /// Of this instance.
        instance: SmolStr,
        /// Its name.
        role: SmolStr,
        /// Why the machine has it, in the clan in which it does.
        through: Vec<Reason>,
    },
}

/// The question that can be asked at a place.
pub(crate) fn title(analysis: &Analysis, at: FilePosition) -> Option<String> {
    removal(analysis, at).map(|removal| title_of(&removal))
}

fn title_of(removal: &Removal) -> String {
    format!("What would change without `{}`?", removal.name)
}

pub(crate) fn preview(analysis: &Analysis, at: FilePosition) -> Option<Preview> {
    let removal = removal(analysis, at)?;
    let title = title_of(&removal);
    let kind = if removal.is_machine { "machine" } else { "tag" };
    let (name, at) = (removal.name.clone(), removal.at);
    let path = analysis.path(at.file);
    let before = analysis.clan(&path)?;
    let world = analysis.with_change(&removal.change(analysis)?)?;
    let after = world.clan(&path)?;
    let differences = compare::differences(&before, &after);
    let open = is_open(&before) || is_open(&after);
    let summary = summary(&differences, open);
    let context = Context { analysis, clan: &before };
    let mut text = Markup::default();
    let head = Line::of(format!("without the {kind} ")).strong(name.as_str()).text(" in ");
    text.paragraph(head.and(context.at(at)).text(format!(": {summary}")));
    text.table(table(context, &world, &differences));
    let message = format!("Without `{name}`: {}", message(&differences, &summary));
    Some(Preview { at, title, differences, open, text, message })
}

/// May there be memberships that are not known?
fn is_open(clan: &Clan) -> bool {
    clan.tags_open() || roles_open(clan)
}

fn summary(differences: &[Difference], open: bool) -> String {
    let mut machines: Vec<&SmolStr> = differences.iter().map(|it| &it.machine).collect();
    machines.dedup();
    let least = if open { "at least " } else { "" };
    match machines.len() {
        0 if open => "no membership that is known changes".to_owned(),
        0 => "no membership changes".to_owned(),
        1 => format!("{least}1 machine changes"),
        count => format!("{least}{count} machines change"),
    }
}

fn table(context: Context<'_>, world: &Analysis, differences: &[Difference]) -> Table {
    let table = Table::new(["machine", "change", "what", "through"]);
    table.rows(differences, |difference| {
        let gains = difference.kind == DifferenceKind::Gains;
        let (what, through) = match &difference.what {
            None => (Line::default(), Line::default()),
            Some(Lot::Tag(tag)) => (Line::of("tag ").code(tag.as_str()), Line::default()),
            Some(Lot::Role { instance, role, through }) => {
                let what = Line::of("role ").name(format!("{instance} {role}"), None);
                // Places of the other world are not where they are in this one.
                let here = if gains { Context { analysis: world, ..context } } else { context };
                (what, here.reasons(through))
            }
        };
        let change = Line::of(difference.kind.as_str());
        [context.machine(&difference.machine), change, what, through]
    })
}

/// The first changes in words, or that there are none.
fn message(differences: &[Difference], summary: &str) -> String {
    if differences.is_empty() {
        return summary.to_owned();
    }
    let told = differences.iter().take(MOST_TOLD).map(|difference| {
        let what = match &difference.what {
            None => String::new(),
            Some(Lot::Tag(tag)) => format!(" the tag {tag}"),
            Some(Lot::Role { instance, role, .. }) => format!(" {instance} {role}"),
        };
        format!("{} {}{what}", difference.machine, difference.kind.as_str())
    });
    let told = told.collect::<Vec<_>>().join(", ");
    let rest = differences.len().saturating_sub(MOST_TOLD);
    let more = if rest > 0 { format!(" and {rest} changes more") } else { String::new() };
    format!("{summary}: {told}{more}")
}
