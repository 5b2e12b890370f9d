//! Submodules, and modules that are values. What options they declare is read off the modules by
//! whoever wants them: they are kept, in `getSubModules` and in the functor's payload.

use std::sync::Arc;

use crate::evaluator::Evaluator;
use crate::library::not_followed;
use crate::library::plain;
use crate::library::types::check;
use crate::library::types::describe::phrase;
use crate::library::types::make::{COMPOSITE, NOUN};
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "deferredModuleWith", arity: 1, run: deferred_module_with },
    Native { name: "submodule", arity: 1, run: submodule },
    Native { name: "submoduleWith", arity: 1, run: submodule_with },
];

static DEFERRED: Native =
    Native { name: "deferredModuleWith", arity: 1, run: deferred_module_with };

pub(super) fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let nothing = ev.ready(Attrs::default().into(), None);
    vec![("deferredModule", super::text::made(ev, &DEFERRED, nothing))]
}

fn submodule(call: &mut Call<'_, '_>) -> Answer {
    let given = call.thunk(0);
    let modules = call.delay(move |call| match call.force(given)? {
        Value::List(list) => Ok(Value::List(list)),
        _ => Ok(List { items: vec![given], open: None }.into()),
    });
    let shorthand = call.ready(true);
    let arguments =
        Attrs::new(vec![plain("shorthandOnlyDefinesConfig", shorthand)], None, Vec::new());
    of_modules(call, modules, &arguments)
}

fn submodule_with(call: &mut Call<'_, '_>) -> Answer {
    let arguments = call.attrs(0)?;
    match call.find(&arguments, "modules")? {
        Some(modules) => of_modules(call, modules, &arguments),
        None => Err(call.mismatch("a set with `modules`")),
    }
}

fn of_modules(call: &mut Call<'_, '_>, modules: ThunkId, arguments: &Attrs) -> Answer {
    let (null, no) = (call.ready(Value::Null), call.ready(false));
    let nothing = call.ready(Attrs::default());
    let argument = |call: &mut Call<'_, '_>, name: &str, default: ThunkId| {
        call.find(arguments, name).map(|found| found.unwrap_or(default))
    };
    let description = argument(call, "description", null)?;
    let shorthand = argument(call, "shorthandOnlyDefinesConfig", no)?;
    let (class, special) =
        (argument(call, "class", null)?, argument(call, "specialArgs", nothing)?);
    let mut kind = call.new_type("submodule", check::MODULE.value());
    let freeform = Freeform { modules, special };
    kind.description = call.delay(move |call| match call.force(description)? {
        Value::Null => described(call, freeform),
        text => Ok(text),
    });
    kind.nested = call.delay(move |call| match freeform.find(call)? {
        Some(kind) => Ok(call.set([("freeformType", kind)])),
        None => Ok(Attrs::default().into()),
    });
    let why = call.unknown("what a submodule without definitions comes to is not followed");
    kind.empty = call.ready(Value::Unknown(why));
    kind.modules = modules;
    let payload = call.set([
        ("class", class),
        ("description", description),
        ("modules", modules),
        ("shorthandOnlyDefinesConfig", shorthand),
        ("specialArgs", special),
    ]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}

fn described(call: &mut Call<'_, '_>, freeform: Freeform) -> Answer {
    match freeform.find(call)? {
        Some(kind) => {
            let kind = phrase(call, kind, &[NOUN, COMPOSITE])?;
            call.long(format!("open submodule of {kind}"))
        }
        None => call.long("submodule"),
    }
}

/// Modules in which the type of those attributes is sought that no option declares.
#[derive(Clone, Copy)]
struct Freeform {
    modules: ThunkId,
    special: ThunkId,
}

impl Freeform {
    /// The type, if some module has one. Of two none is told: they would be merged.
    fn find(self, call: &mut Call<'_, '_>) -> Result<Option<ThunkId>, Arc<Unknown>> {
        let mut found = Vec::new();
        self.in_list(call, self.modules, &mut found)?;
        match found.as_slice() {
            [] => Ok(None),
            [kind] => Ok(Some(*kind)),
            _ => Err(call.unknown("several modules say which other attributes are allowed")),
        }
    }

    fn in_list(
        self,
        call: &mut Call<'_, '_>,
        modules: ThunkId,
        found: &mut Vec<ThunkId>,
    ) -> Result<(), Arc<Unknown>> {
        let modules = call.as_list(modules)?;
        for &module in &modules.items {
            let module = call.force(module)?;
            call.bounded(|call| self.in_module(call, module, found))?;
        }
        modules.open.clone().map_or(Ok(()), Err)
    }

    fn in_module(
        self,
        call: &mut Call<'_, '_>,
        module: Value,
        found: &mut Vec<ThunkId>,
    ) -> Result<(), Arc<Unknown>> {
        match module {
            Value::Attrs(set) => self.in_set(call, &set, found),
            Value::Lambda(_) | Value::Native(_) => {
                let (function, arguments) = (call.ready(module), self.arguments(call));
                let module = call.call(function, &[arguments])?;
                call.bounded(|call| self.in_module(call, module, found))
            }
            file @ (Value::Path(_) | Value::String(_)) => {
                let file = call.ready(file);
                let module = call.builtin("import", &[file])?;
                call.bounded(|call| self.in_module(call, module, found))
            }
            _ => Err(call.mismatch("modules")),
        }
    }

    fn in_set(
        self,
        call: &mut Call<'_, '_>,
        set: &Attrs,
        found: &mut Vec<ThunkId>,
    ) -> Result<(), Arc<Unknown>> {
        found.extend(call.find(set, "freeformType")?);
        let mut holders = vec![call.find(set, "_module")?];
        if let Some(config) = call.find(set, "config")? {
            let config = call.as_attrs(config)?;
            // What is wrapped, in a condition say, is not looked into.
            if call.find(&config, "_type")?.is_some() {
                return Err(call.unknown("which other attributes are allowed is not followed"));
            }
            holders.push(call.find(&config, "_module")?);
        }
        if call.find(set, "_type")?.is_some() {
            return Err(call.unknown("which other attributes are allowed is not followed"));
        }
        for holder in holders.into_iter().flatten() {
            let holder = call.as_attrs(holder)?;
            found.extend(call.find(&holder, "freeformType")?);
        }
        match call.find(set, "imports")? {
            Some(imports) => self.in_list(call, imports, found),
            None => Ok(()),
        }
    }

    /// What module functions are called with: the library, and what can't be told.
    fn arguments(self, call: &mut Call<'_, '_>) -> ThunkId {
        let library = call.ev.library();
        let known = Attrs::new(vec![plain("lib", library)], Some(not_followed()), Vec::new());
        let (known, special) = (call.ready(known), self.special);
        call.delay(move |call| call.update(known, special))
    }
}

fn deferred_module_with(call: &mut Call<'_, '_>) -> Answer {
    let arguments = call.attrs(0)?;
    let modules = match call.find(&arguments, "staticModules")? {
        Some(modules) => modules,
        None => call.ready(List::default()),
    };
    let mut kind = call.new_type("deferredModule", check::MODULE.value());
    kind.description = call.type_name("module");
    kind.class = call.type_name(NOUN);
    kind.maker = call.type_name("deferredModuleWith");
    kind.modules = modules;
    let payload = call.set([("staticModules", modules)]);
    kind.payload = call.ready(payload);
    call.finish_type(kind)
}
