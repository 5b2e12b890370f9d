//! `lib.modules`: modules that say where options went. Each declares the old one, and defines the new
//! one by it. What they tell users, by `warnings` and `assertions`, is left out.

use std::sync::Arc;

use super::{conditional, merged, of_option, with_its_priority};
use crate::attributes::named;
use crate::library::attrsets::{RECURSIVE_UPDATE, at_path, nested};
use crate::library::options::path_text;
use crate::library::types;
use crate::native::{Answer, Call, Native, Partial};
use crate::value::{Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "doRename", arity: 2, run: do_rename },
    Native { name: "mkAliasOptionModule", arity: 3, run: |call| renamed(call, true) },
    Native { name: "mkAliasOptionModuleMD", arity: 3, run: |call| renamed(call, true) },
    Native { name: "mkChangedOptionModule", arity: 4, run: changed },
    Native { name: "mkMergedOptionModule", arity: 4, run: merged_into_another },
    Native { name: "mkRemovedOptionModule", arity: 3, run: removed },
    Native { name: "mkRenamedOptionModule", arity: 3, run: |call| renamed(call, false) },
    Native { name: "mkRenamedOptionModuleWith", arity: 2, run: renamed_with },
];

/// What a removed option comes to, whatever it is set to.
static GONE: Native = Native { name: "mkRemovedOptionModule", arity: 3, run: gone };

/// What a renamed option comes to, whatever it is set to: the new one.
static RENAMED: Native = Native { name: "doRename", arity: 4, run: target };

static SAME: Native = Native { name: "id", arity: 1, run: |call| call.value(0) };

/// The default of an option that became another, by which it is seen that nobody sets it.
const UNSET: &str = "_mkMergedOptionModule";

/// An option's new name.
#[derive(Clone, Copy)]
struct Rename {
    from: ThunkId,
    to: ThunkId,
    visible: ThunkId,
    /// What is made of the new option's value.
    used: ThunkId,
    /// Does it count?
    condition: ThunkId,
    with_priority: ThunkId,
    /// What the module is called with.
    arguments: ThunkId,
}

fn renamed(call: &mut Call<'_, '_>, visible: bool) -> Answer {
    let (from, to, arguments) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let rename = plain_rename(call, [from, to], visible, arguments);
    module(call, rename)
}

fn renamed_with(call: &mut Call<'_, '_>) -> Answer {
    let (from, to) = (field(call, "from", None), field(call, "to", None));
    let arguments = call.thunk(1);
    let rename = plain_rename(call, [from, to], false, arguments);
    module(call, rename)
}

fn plain_rename(
    call: &mut Call<'_, '_>,
    [from, to]: [ThunkId; 2],
    visible: bool,
    arguments: ThunkId,
) -> Rename {
    let (visible, used) = (call.ready(visible), call.ready(SAME.value()));
    let condition = call.ready(true);
    Rename { from, to, visible, used, condition, with_priority: condition, arguments }
}

fn do_rename(call: &mut Call<'_, '_>) -> Answer {
    let yes = call.ready(true);
    let rename = Rename {
        from: field(call, "from", None),
        to: field(call, "to", None),
        visible: field(call, "visible", None),
        used: field(call, "use", None),
        condition: field(call, "condition", Some(yes)),
        with_priority: field(call, "withPriority", Some(yes)),
        arguments: call.thunk(1),
    };
    module(call, rename)
}

/// An attribute of the first argument, when somebody asks for it.
fn field(call: &mut Call<'_, '_>, name: &'static str, default: Option<ThunkId>) -> ThunkId {
    call.delay(move |call| {
        let settings = call.attrs(0)?;
        match call.find(&settings, name)?.or(default) {
            Some(value) => call.force(value),
            None => Err(call.unknown(format!("`{name}` is missing"))),
        }
    })
}

/// The module that declares an option by its old name.
fn module(call: &mut Call<'_, '_>, rename: Rename) -> Answer {
    let Rename { from, to, visible, used, arguments, .. } = rename;
    let mark = call.type_name("option");
    let kind = call.delay(move |call| type_of_target(call, to, arguments));
    let description = call.delay(move |call| {
        let name = path_text(call, to)?;
        call.long(format!("Alias of {{option}}`{name}`."))
    });
    let apply = call.ready(Partial::value(&RENAMED, vec![used, to, arguments]));
    let option = call.set([
        ("visible", visible),
        ("description", description),
        ("apply", apply),
        ("_type", mark),
        ("type", kind),
    ]);
    let options = declared_at(call, from, option)?;
    let config = forwarded(call, rename, 0)?;
    let config = call.ready(config);
    Ok(call.set([("options", options), ("config", config)]))
}

/// `options` with one in it.
fn declared_at(
    call: &mut Call<'_, '_>,
    path: ThunkId,
    option: Value,
) -> Result<ThunkId, Arc<Unknown>> {
    let (path, option) = (names(call, path)?, call.ready(option));
    let options = nested(call, &path, option)?;
    Ok(call.ready(options))
}

/// The names of a path, all of them known.
fn names(call: &mut Call<'_, '_>, path: ThunkId) -> Result<Vec<ThunkId>, Arc<Unknown>> {
    let list = call.as_list(path)?;
    match &list.open {
        Some(open) => Err(open.clone()),
        None if list.items.is_empty() => Err(call.mismatch("the path of an option")),
        None => Ok(list.items.clone()),
    }
}

/// What the module is given: `options` or `config`.
fn argument(
    call: &mut Call<'_, '_>,
    arguments: ThunkId,
    name: &'static str,
) -> Result<ThunkId, Arc<Unknown>> {
    let arguments = call.as_attrs(arguments)?;
    match call.find(&arguments, name)? {
        Some(all) => Ok(all),
        None => Err(call.unknown(format!("the module is called without `{name}`"))),
    }
}

/// What stands at a path in there.
fn given(
    call: &mut Call<'_, '_>,
    arguments: ThunkId,
    of: &'static str,
    path: &[ThunkId],
) -> Result<Option<ThunkId>, Arc<Unknown>> {
    let all = argument(call, arguments, of)?;
    at_path(call, path, all)
}

/// The value of the new option, which is the old one's too.
fn target(call: &mut Call<'_, '_>) -> Answer {
    let (used, to, arguments) = (call.thunk(0), call.thunk(1), call.thunk(2));
    let value = call.delay(move |call| {
        let names = names(call, to)?;
        match given(call, arguments, "config", &names)? {
            Some(value) => call.force(value),
            None => Err(call.unknown("the option that it was renamed to does not exist")),
        }
    });
    call.call(used, &[value])
}

/// The type of the new option; of one that is not there, that of an empty submodule.
fn type_of_target(call: &mut Call<'_, '_>, to: ThunkId, arguments: ThunkId) -> Answer {
    let names = names(call, to)?;
    for depth in 1..=names.len() {
        let path = names.get(..depth).unwrap_or_default();
        let found = given(call, arguments, "options", path)?;
        let found = found.map(|found| call.as_attrs(found)).transpose()?;
        let Some(found) = found else { break };
        let is_last = depth == names.len();
        match (is_option(call, &found)?, found.get("type")) {
            (true, Some(kind)) if is_last => return call.force(kind.value),
            (true, _) => break,
            (false, _) => {}
        }
    }
    let (submodule, nothing) = (types::named(call, "submodule"), call.ready(Attrs::default()));
    call.call(submodule, &[nothing])
}

fn is_option(call: &mut Call<'_, '_>, set: &Attrs) -> Result<bool, Arc<Unknown>> {
    match set.get("_type").map(|kind| kind.value) {
        Some(kind) => Ok(call.as_string(kind)? == "option"),
        None => Ok(false),
    }
}

/// The definitions of the old option as such of the new one, below so many names of its path. Whether
/// there are any is asked where an option begins: the sets above it are there in any case.
fn forwarded(call: &mut Call<'_, '_>, rename: Rename, depth: usize) -> Answer {
    let names = names(call, rename.to)?;
    let (above, below) = names.split_at_checked(depth).unwrap_or_default();
    let next = below.first().filter(|_| depth == 0 || is_set(call, above, rename.arguments));
    let Some(&name) = next else { return definitions(call, rename, below.to_vec()) };
    let inner = call.delay(move |call| forwarded(call, rename, depth + 1));
    let attr = named(call, name, inner)?;
    Ok(Attrs::new(vec![attr], None, Vec::new()).into())
}

/// Is it known that a set of options stands there?
fn is_set(call: &mut Call<'_, '_>, path: &[ThunkId], arguments: ThunkId) -> bool {
    let Ok(Some(found)) = given(call, arguments, "options", path) else { return false };
    call.as_attrs(found).and_then(|set| is_option(call, &set)).is_ok_and(|is_option| !is_option)
}

/// The definitions of the old option, if there are any, below these names.
fn definitions(call: &mut Call<'_, '_>, rename: Rename, below: Vec<ThunkId>) -> Answer {
    let old = call.delay(move |call| {
        let names = names(call, rename.from)?;
        match given(call, rename.arguments, "options", &names)? {
            Some(option) => call.force(option),
            None => Err(call.unknown("the option is not declared")),
        }
    });
    let definitions = match call.as_bool(rename.with_priority)? {
        true => with_its_priority(call, old),
        false => of_option(call, old, "definitions"),
    };
    let merged = merged(call, definitions);
    let content = call.delay(move |call| nested(call, &below, merged));
    let (kind, is_defined) = (call.type_name("if"), of_option(call, old, "isDefined"));
    let content = conditional(call, kind, is_defined, content);
    let content = call.ready(content);
    Ok(conditional(call, kind, rename.condition, content))
}

/// A module that declares an option which is only there to say that it is gone.
fn removed(call: &mut Call<'_, '_>) -> Answer {
    let (path, why) = (call.thunk(0), call.thunk(1));
    let (mark, no) = (call.type_name("option"), call.ready(false));
    let apply = call.ready(Partial::value(&GONE, vec![path, why]));
    let option = call.set([("visible", no), ("apply", apply), ("_type", mark)]);
    let options = declared_at(call, path, option)?;
    Ok(call.set([("options", options)]))
}

fn gone(call: &mut Call<'_, '_>) -> Answer {
    let path = call.thunk(0);
    let (name, why) = (path_text(call, path)?, call.text(1)?);
    let message = call.text_of(format!(
        "The option `{name}' can no longer be used since it's been removed. {why}"
    ));
    call.builtin("throw", &[message])
}

fn changed(call: &mut Call<'_, '_>) -> Answer {
    let from = call.thunk(0);
    let from = call.ready(List { items: vec![from], open: None });
    another(call, from)
}

fn merged_into_another(call: &mut Call<'_, '_>) -> Answer {
    let from = call.thunk(0);
    another(call, from)
}

/// A module that makes an option of others.
fn another(call: &mut Call<'_, '_>, from: ThunkId) -> Answer {
    let mut options = call.ready(Attrs::default());
    for path in names(call, from)? {
        let mark = call.type_name("option");
        let (no, unset) = (call.ready(false), call.type_name(UNSET));
        let option = call.set([("visible", no), ("default", unset), ("_type", mark)]);
        let declared = declared_at(call, path, option)?;
        let both = call.run(&RECURSIVE_UPDATE, &[options, declared])?;
        options = call.ready(both);
    }
    let definitions = call.delay(move |call| made_of(call, from));
    let merged = merged(call, definitions);
    let to = call.thunk(1);
    let to = names(call, to)?;
    let config = nested(call, &to, merged)?;
    let config = call.ready(config);
    Ok(call.set([("options", options), ("config", config)]))
}

/// The definition that a function makes of the old options, if any of those is set.
fn made_of(call: &mut Call<'_, '_>, from: ThunkId) -> Answer {
    let (function, arguments) = (call.thunk(2), call.thunk(3));
    let mut is_set = false;
    for path in names(call, from)? {
        let path = names(call, path)?;
        let value = given(call, arguments, "config", &path)?;
        let value = value.map(|value| call.force(value)).transpose()?;
        is_set |= !matches!(value, Some(Value::String(text)) if text == UNSET);
    }
    let config = argument(call, arguments, "config")?;
    let items = is_set.then(|| call.later(function, vec![config]));
    Ok(List { items: items.into_iter().collect(), open: None }.into())
}
