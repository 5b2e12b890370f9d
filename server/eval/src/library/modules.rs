//! `lib.modules`: what definitions are wrapped in. The wrappers are sets that say by `_type` what
//! they are.

mod moved;

use smol_str::SmolStr;

use crate::library::{Passes, Section};
use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Value};

pub(super) static SECTION: Section = Section {
    name: "modules",
    functions: &[FUNCTIONS, moved::FUNCTIONS],
    builtins: &[],
    values: |ev| {
        vec![
            ("defaultOrderPriority", ev.ready(Value::Int(1000), None)),
            ("defaultOverridePriority", ev.ready(Value::Int(DEFAULT_PRIORITY), None)),
        ]
    },
    passes: Passes::AllBut(&[
        "defaultOrderPriority",
        "defaultOverridePriority",
        "importApply",
        "importJSON",
        "importTOML",
        "mkAliasAndWrapDefsWithPriority",
        "mkAliasIfDef",
    ]),
};

/// The priority of a definition that says none.
const DEFAULT_PRIORITY: i64 = 100;

static FUNCTIONS: &[Native] = &[
    Native { name: "evalModules", arity: 1, run: eval_modules },
    Native { name: "importApply", arity: 2, run: import_apply },
    Native { name: "importJSON", arity: 1, run: |call| import_data(call, "importJSON") },
    Native { name: "importTOML", arity: 1, run: |call| import_data(call, "importTOML") },
    Native { name: "mkAfter", arity: 1, run: |call| mk_order(call, 1500) },
    Native { name: "mkAliasAndWrapDefinitions", arity: 2, run: mk_alias_and_wrap_definitions },
    Native { name: "mkAliasAndWrapDefsWithPriority", arity: 2, run: mk_alias_with_priority },
    Native { name: "mkAliasDefinitions", arity: 1, run: mk_alias_definitions },
    Native { name: "mkAssert", arity: 3, run: mk_assert },
    Native { name: "mkBefore", arity: 1, run: |call| mk_order(call, 500) },
    Native { name: "mkDefault", arity: 1, run: |call| mk_override(call, 1000) },
    Native { name: "mkDefinition", arity: 1, run: |call| typed(call, 0, "definition") },
    Native { name: "mkDerivedConfig", arity: 2, run: mk_derived_config },
    Native { name: "mkFixStrictness", arity: 1, run: |call| call.value(0) },
    Native { name: "mkForce", arity: 1, run: |call| mk_override(call, 50) },
    Native { name: "mkIf", arity: 2, run: mk_if },
    Native { name: "mkImageMediaOverride", arity: 1, run: |call| mk_override(call, 60) },
    Native { name: "mkMerge", arity: 1, run: mk_merge },
    Native { name: "mkOptionDefault", arity: 1, run: |call| mk_override(call, 1500) },
    Native { name: "mkOrder", arity: 2, run: |call| prioritized(call, "order") },
    Native { name: "mkOverride", arity: 2, run: |call| prioritized(call, "override") },
    Native { name: "mkVMOverride", arity: 1, run: |call| mk_override(call, 10) },
    Native { name: "setDefaultModuleLocation", arity: 2, run: set_default_module_location },
];

impl Call<'_, '_> {
    /// A thunk that names a type of set: the value of `_type`.
    pub(super) fn type_name(&mut self, name: &'static str) -> ThunkId {
        self.ready(SmolStr::new_static(name))
    }
}

/// An argument, which is a set, with the `_type` that it is of.
pub(super) fn typed(call: &mut Call<'_, '_>, argument: usize, name: &'static str) -> Answer {
    let set = call.thunk(argument);
    let name = call.type_name(name);
    let mark = call.set([("_type", name)]);
    let mark = call.ready(mark);
    call.update(set, mark)
}

fn mk_if(call: &mut Call<'_, '_>) -> Answer {
    let (kind, condition, content) = (call.type_name("if"), call.thunk(0), call.thunk(1));
    Ok(conditional(call, kind, condition, content))
}

fn conditional(
    call: &mut Call<'_, '_>,
    kind: ThunkId,
    condition: ThunkId,
    content: ThunkId,
) -> Value {
    call.set([("_type", kind), ("condition", condition), ("content", content)])
}

/// An assertion that fails ends evaluation when its condition is asked for.
fn mk_assert(call: &mut Call<'_, '_>) -> Answer {
    let (kind, content) = (call.type_name("if"), call.thunk(2));
    let condition = call.delay(|call| match call.bool(0)? {
        true => Ok(true.into()),
        false => {
            let message = call.thunk(1);
            call.builtin("throw", &[message])
        }
    });
    Ok(conditional(call, kind, condition, content))
}

fn mk_merge(call: &mut Call<'_, '_>) -> Answer {
    let (kind, contents) = (call.type_name("merge"), call.thunk(0));
    Ok(call.set([("_type", kind), ("contents", contents)]))
}

/// A wrapper of the second argument with the first as its priority.
fn prioritized(call: &mut Call<'_, '_>, kind: &'static str) -> Answer {
    let (priority, content) = (call.thunk(0), call.thunk(1));
    Ok(with_priority(call, kind, priority, content))
}

fn with_priority(
    call: &mut Call<'_, '_>,
    kind: &'static str,
    priority: ThunkId,
    content: ThunkId,
) -> Value {
    let kind = call.type_name(kind);
    call.set([("_type", kind), ("priority", priority), ("content", content)])
}

fn mk_override(call: &mut Call<'_, '_>, priority: i64) -> Answer {
    let (priority, content) = (call.ready(priority), call.thunk(0));
    Ok(with_priority(call, "override", priority, content))
}

fn mk_order(call: &mut Call<'_, '_>, priority: i64) -> Answer {
    let (priority, content) = (call.ready(priority), call.thunk(0));
    Ok(with_priority(call, "order", priority, content))
}

/// An attribute of an option, when somebody asks for it.
fn of_option(call: &mut Call<'_, '_>, option: ThunkId, name: &'static str) -> ThunkId {
    call.delay(move |call| {
        let option = call.as_attrs(option)?;
        match call.find(&option, name)? {
            Some(value) => call.force(value),
            None => Err(call.mismatch("an option")),
        }
    })
}

/// The definitions of an option, as one definition of another.
fn alias(call: &mut Call<'_, '_>, wrap: Option<ThunkId>, option: ThunkId) -> Value {
    let definitions = of_option(call, option, "definitions");
    let merged = merged(call, definitions);
    let content = wrap.map_or(merged, |wrap| call.later(wrap, vec![merged]));
    let (kind, condition) = (call.type_name("if"), of_option(call, option, "isDefined"));
    conditional(call, kind, condition, content)
}

fn merged(call: &mut Call<'_, '_>, definitions: ThunkId) -> ThunkId {
    let kind = call.type_name("merge");
    let merged = call.set([("_type", kind), ("contents", definitions)]);
    call.ready(merged)
}

/// The definitions of an option, each with the priority that they have there.
fn with_its_priority(call: &mut Call<'_, '_>, option: ThunkId) -> ThunkId {
    let definitions = of_option(call, option, "definitions");
    let priority = priority_of(call, option);
    call.delay(move |call| {
        let definitions = call.as_list(definitions)?;
        let items = definitions.items.iter().map(|&content| {
            let definition = with_priority(call, "override", priority, content);
            call.ready(definition)
        });
        Ok(List { items: items.collect(), open: definitions.open.clone() }.into())
    })
}

fn priority_of(call: &mut Call<'_, '_>, option: ThunkId) -> ThunkId {
    call.delay(move |call| {
        let option = call.as_attrs(option)?;
        match call.find(&option, "highestPrio")? {
            Some(priority) => call.force(priority),
            None => Ok(Value::Int(DEFAULT_PRIORITY)),
        }
    })
}

fn mk_alias_definitions(call: &mut Call<'_, '_>) -> Answer {
    let option = call.thunk(0);
    Ok(alias(call, None, option))
}

fn mk_alias_and_wrap_definitions(call: &mut Call<'_, '_>) -> Answer {
    let (wrap, option) = (call.thunk(0), call.thunk(1));
    Ok(alias(call, Some(wrap), option))
}

fn mk_alias_with_priority(call: &mut Call<'_, '_>) -> Answer {
    let (wrap, option) = (call.thunk(0), call.thunk(1));
    let definitions = with_its_priority(call, option);
    let merged = merged(call, definitions);
    let content = call.later(wrap, vec![merged]);
    let (kind, condition) = (call.type_name("if"), of_option(call, option, "isDefined"));
    Ok(conditional(call, kind, condition, content))
}

fn mk_derived_config(call: &mut Call<'_, '_>) -> Answer {
    let (option, function) = (call.thunk(0), call.thunk(1));
    let priority = priority_of(call, option);
    let value = of_option(call, option, "value");
    let content = call.later(function, vec![value]);
    Ok(with_priority(call, "override", priority, content))
}

fn located(call: &mut Call<'_, '_>, file: ThunkId, module: ThunkId) -> Value {
    let imports = call.ready(List { items: vec![module], open: None });
    call.set([("_file", file), ("imports", imports)])
}

fn set_default_module_location(call: &mut Call<'_, '_>) -> Answer {
    let (file, module) = (call.thunk(0), call.thunk(1));
    Ok(located(call, file, module))
}

fn import_apply(call: &mut Call<'_, '_>) -> Answer {
    let file = call.thunk(0);
    let module = call.delay(|call| {
        let (file, argument) = (call.thunk(0), call.thunk(1));
        let function = call.builtin("import", &[file])?;
        let function = call.ready(function);
        call.call(function, &[argument])
    });
    Ok(located(call, file, module))
}

/// A module whose configuration is what a file of data says.
fn import_data(call: &mut Call<'_, '_>, how: &'static str) -> Answer {
    let file = call.thunk(0);
    let config = call.delay(move |call| super::trivial::import_data(call, how));
    Ok(call.set([("_file", file), ("config", config)]))
}

fn eval_modules(call: &mut Call<'_, '_>) -> Answer {
    Err(call.unknown("what `evalModules` comes to is not followed"))
}
