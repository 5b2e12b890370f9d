//! An instance that does not say of which service it is has that by its name: then it says so from
//! now on.

use syntax::{AstNode, TextRange, ast};

use super::{Refused, Task};
use crate::code_action::{Edits, File, set_module};
use crate::spelling::as_string;

pub(super) fn follow(
    task: Task<'_>,
    edits: &mut Edits,
    notes: &mut Vec<String>,
) -> Result<(), Refused> {
    let old = task.entity.name();
    let Some(instance) = task.clan.instances.get(old) else { return Ok(()) };
    if task.analysis.kind(&task.clan.root.join("vars")).is_some() {
        notes.push(format!(
            "Clan keeps what it generated under `vars/`, in places that may be named after the \
             instance: look there for `{old}`."
        ));
    }
    if instance.module.name_at.is_some() || instance.module.name.as_ref() != Some(old) {
        return Ok(());
    }
    let place = instance.definitions.iter().map(|&at| instance.at(at)).find_map(|at| {
        let file = File::of_clan(task.analysis, task.clan, at.file)?;
        name_the_service(edits, &file, at.range, task)
    });
    place.ok_or_else(|| {
        Refused(format!(
            "`{old}` is also the name of its service: write `module.name = {}` into it first",
            as_string(old)
        ))
    })
}

/// Says of which service the instance is whose name stands in a range.
fn name_the_service(
    edits: &mut Edits,
    file: &File,
    range: TextRange,
    task: Task<'_>,
) -> Option<()> {
    let attr = file.attr_at(range)?;
    // A name that only leads on to another option is enough to add a line beside it.
    ast::Attrpath::cast(attr.syntax().parent()?)?;
    set_module(edits, file, range, ("name", task.entity.name()), Some(task.new))
}
