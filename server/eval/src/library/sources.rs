//! `lib.sources`: copies of folders in the store, of which we know where they came from.

use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};
use crate::value::Value;

pub(super) static SECTION: Section = Section {
    name: "sources",
    functions: &[FUNCTIONS],
    builtins: &["filterSource"],
    values: no_values,
    passes: Passes::AllBut(&["shortRev", "urlToName"]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "cleanSource", arity: 1, run: clean_source },
    Native { name: "revOrTag", arity: 2, run: rev_or_tag },
];

/// A folder without what editors and version control leave in it: for evaluation, the folder.
fn clean_source(call: &mut Call<'_, '_>) -> Answer {
    let source = call.thunk(0);
    let folder = call.path(0)?;
    let (marked, name) = (call.ready(true), call.type_name("source"));
    let filter = call.unknown("which files stay is not followed");
    let filter = call.ready(Value::Unknown(filter));
    let path = call.ready(Value::Path(folder));
    Ok(call.set([
        ("_isLibCleanSourceWith", marked),
        ("filter", filter),
        ("name", name),
        ("origSrc", source),
        ("outPath", path),
    ]))
}

fn rev_or_tag(call: &mut Call<'_, '_>) -> Answer {
    for argument in [1, 0] {
        match call.value(argument)? {
            Value::Null => {}
            value => return Ok(value),
        }
    }
    call.long("HEAD")
}
