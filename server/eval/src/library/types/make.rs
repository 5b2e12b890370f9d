//! What a type is as a value.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::library::plain;
use crate::library::types::check;
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, Origin, ThunkId, Unknown, Value};

/// How a type stands in a larger description. Those that are none of the known classes are put in
/// parentheses everywhere.
pub(super) const NOUN: &str = "noun";
pub(super) const CONJUNCTION: &str = "conjunction";
pub(super) const COMPOSITE: &str = "composite";
pub(super) const CLAUSE: &str = "nonRestrictiveClause";

/// A type in the making, its parts as thunks.
pub(super) struct Type {
    pub(super) name: ThunkId,
    pub(super) description: ThunkId,
    pub(super) class: ThunkId,
    pub(super) check: ThunkId,
    /// The set of the types that it is made of.
    pub(super) nested: ThunkId,
    /// What the type was made from, a set; or `null`.
    pub(super) payload: ThunkId,
    /// The function that it was made by.
    pub(super) maker: ThunkId,
    /// `{ value }` of an option that nobody defines, or an empty set.
    pub(super) empty: ThunkId,
    /// The modules of a submodule, or `null`.
    pub(super) modules: ThunkId,
}

impl Type {
    /// A type without parts.
    pub(super) fn new(
        ev: &mut Evaluator<'_>,
        at: Option<Origin>,
        name: impl Into<SmolStr>,
        check: ThunkId,
    ) -> Type {
        let name = ev.ready(Value::String(name.into()), at);
        let null = ev.ready(Value::Null, at);
        let nothing = ev.ready(Attrs::default().into(), at);
        Type {
            name,
            description: name,
            class: null,
            check,
            nested: nothing,
            payload: null,
            maker: name,
            empty: nothing,
            modules: null,
        }
    }

    /// The type as a value.
    pub(super) fn finish(self, ev: &mut Evaluator<'_>, at: Option<Origin>) -> Value {
        let kind = ev.ready(SmolStr::new_static("option-type").into(), at);
        let null = ev.ready(Value::Null, at);
        let why = "how definitions are merged is not a value here";
        let hidden = ev.ready(Value::Unknown(Arc::new(Unknown::new(why, at))), at);
        let functor =
            [("name", self.maker), ("payload", self.payload), ("type", hidden), ("binOp", hidden)];
        let functor = functor.map(|(name, value)| plain(name, value)).to_vec();
        let functor = ev.ready(Attrs::new(functor, None, Vec::new()).into(), at);
        let entries = [
            ("_type", kind),
            ("name", self.name),
            ("description", self.description),
            ("descriptionClass", self.class),
            ("check", self.check),
            ("nestedTypes", self.nested),
            ("functor", functor),
            ("emptyValue", self.empty),
            ("getSubModules", self.modules),
            ("deprecationMessage", null),
            ("getSubOptions", hidden),
            ("merge", hidden),
            ("substSubModules", hidden),
            ("typeMerge", hidden),
        ];
        let entries = entries.map(|(name, value)| plain(name, value)).to_vec();
        Attrs::new(entries, None, Vec::new()).into()
    }
}

impl Call<'_, '_> {
    /// A type in the making, by the function that is called.
    pub(super) fn new_type(&mut self, name: impl Into<SmolStr>, check: Value) -> Type {
        let check = self.ready(check);
        let at = self.place();
        Type::new(self.ev, at, name, check)
    }

    pub(super) fn finish_type(&mut self, kind: Type) -> Answer {
        let at = self.place();
        Ok(kind.finish(self.ev, at))
    }

    /// A type with other attributes put over it.
    pub(super) fn over<const N: usize>(
        &mut self,
        kind: ThunkId,
        attributes: [(&'static str, ThunkId); N],
    ) -> Answer {
        let attributes = self.set(attributes);
        let attributes = self.ready(attributes);
        self.update(kind, attributes)
    }
}

/// A type without parts, of which all is known: name, description, class, predicate.
pub(super) fn known(
    ev: &mut Evaluator<'_>,
    (name, description, class, check): (&'static str, &'static str, &'static str, &'static Native),
) -> ThunkId {
    ev.defer(None, move |ev| {
        let check = ev.ready(check.value(), None);
        let mut kind = Type::new(ev, None, name, check);
        kind.description = ev.ready(SmolStr::new_static(description).into(), None);
        kind.class = ev.ready(SmolStr::new_static(class).into(), None);
        kind.finish(ev, None)
    })
}

/// `mkOptionType { … }`: a type of the user's own.
pub(super) fn mk_option_type(call: &mut Call<'_, '_>) -> Answer {
    let given = call.attrs(0)?;
    let mut kind = call.new_type("", check::ANYTHING.value());
    let own = |call: &mut Call<'_, '_>, name: &'static str, default: ThunkId| match call
        .find(&given, name)
    {
        Ok(Some(value)) => value,
        Ok(None) => default,
        Err(unknown) => call.ready(Value::Unknown(unknown)),
    };
    kind.name = own(call, "name", kind.name);
    let name = kind.name;
    let description = call.find(&given, "description")?;
    kind.description = call.delay(move |call| match description {
        Some(description) => match call.force(description)? {
            Value::Null => call.force(name),
            text => Ok(text),
        },
        None => call.force(name),
    });
    kind.class = own(call, "descriptionClass", kind.class);
    kind.check = own(call, "check", kind.check);
    kind.nested = own(call, "nestedTypes", kind.nested);
    kind.empty = own(call, "emptyValue", kind.empty);
    kind.modules = own(call, "getSubModules", kind.modules);
    kind.maker = kind.name;
    let kind = call.finish_type(kind)?;
    let kind = call.ready(kind);
    // What else the user says of it: how it is merged, and its functor.
    let kept = given.entries.iter().filter(|attr| attr.name != "description").cloned().collect();
    let given = call.ready(Attrs::new(kept, given.open.clone(), Vec::new()));
    call.update(kind, given)
}
