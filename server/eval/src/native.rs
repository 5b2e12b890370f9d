//! Functions of ours: Nix's `builtins`, nixpkgs' `lib`, and those that make a clan of a flake.
//!
//! Each is a plain Rust function over a [`Call`]. What it can't tell it says so by an `Err`, and it
//! tells no more than holds whatever the unknown parts turn out to be.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::value::{Attr, AttrSite, Attrs, List, Origin, Sites, ThunkId, Unknown, Value};

/// A function of ours.
pub struct Native {
    /// What users call it.
    pub(crate) name: &'static str,
    /// How many arguments it takes, one after the other.
    pub(crate) arity: usize,
    pub(crate) run: fn(&mut Call<'_, '_>) -> Answer,
}

/// What a function comes to, or why that can't be told.
pub(crate) type Answer = Result<Value, Arc<Unknown>>;

/// A function of ours that was given some of its arguments.
#[derive(Debug, Clone)]
pub struct Partial {
    pub(crate) native: &'static Native,
    pub(crate) given: Vec<ThunkId>,
}

impl fmt::Debug for Native {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Native {
    /// The function as a value.
    pub(crate) fn value(&'static self) -> Value {
        Value::Native(Arc::new(Partial { native: self, given: Vec::new() }))
    }
}

/// A call of a function of ours, with all of its arguments.
pub(crate) struct Call<'c, 'e> {
    pub(crate) ev: &'c mut Evaluator<'e>,
    pub(crate) native: &'static Native,
    pub(crate) arguments: &'c [ThunkId],
    /// Where it is called.
    pub(crate) at: Origin,
}

/// Reading the arguments, by number from 0. Each fails with the reason if the argument is unknown
/// or of another type.
impl Call<'_, '_> {
    /// An argument as it is, not evaluated.
    pub(crate) fn thunk(&mut self, number: usize) -> ThunkId {
        match self.arguments.get(number) {
            Some(&thunk) => thunk,
            // No function reads past its arity; a thunk that says so is better than a panic.
            None => self.ev.ready(Value::unknown("an argument is missing", Some(self.at)), None),
        }
    }

    pub(crate) fn value(&mut self, number: usize) -> Answer {
        let thunk = self.thunk(number);
        self.force(thunk)
    }

    pub(crate) fn bool(&mut self, number: usize) -> Result<bool, Arc<Unknown>> {
        let thunk = self.thunk(number);
        self.as_bool(thunk)
    }

    pub(crate) fn int(&mut self, number: usize) -> Result<i64, Arc<Unknown>> {
        match self.value(number)? {
            Value::Int(int) => Ok(int),
            _ => Err(self.mismatch("a number")),
        }
    }

    pub(crate) fn string(&mut self, number: usize) -> Result<SmolStr, Arc<Unknown>> {
        let thunk = self.thunk(number);
        self.as_string(thunk)
    }

    /// A string, or what can stand for one inside a string: a path, a number in `toString`.
    pub(crate) fn text(&mut self, number: usize) -> Result<SmolStr, Arc<Unknown>> {
        let value = self.value(number)?;
        self.coerce(value)
    }

    /// An absolute path, written as one or as a string, or a set that stands for a folder.
    pub(crate) fn path(&mut self, number: usize) -> Result<Arc<Path>, Arc<Unknown>> {
        let value = self.value(number)?;
        match self.ev.as_folder(value) {
            Value::Path(path) => Ok(path),
            Value::String(text) if text.starts_with('/') => {
                Ok(Arc::from(crate::files::normalize(Path::new(text.as_str()))))
            }
            Value::Unknown(unknown) => Err(unknown),
            _ => Err(self.mismatch("a path")),
        }
    }

    pub(crate) fn list(&mut self, number: usize) -> Result<Arc<List>, Arc<Unknown>> {
        let thunk = self.thunk(number);
        self.as_list(thunk)
    }

    /// A list of which all items are known to be there.
    pub(crate) fn whole_list(&mut self, number: usize) -> Result<Arc<List>, Arc<Unknown>> {
        let list = self.list(number)?;
        match &list.open {
            Some(open) => Err(open.clone()),
            None => Ok(list),
        }
    }

    /// A whole list of strings.
    pub(crate) fn strings(&mut self, number: usize) -> Result<Vec<SmolStr>, Arc<Unknown>> {
        let list = self.whole_list(number)?;
        list.items.iter().map(|&item| self.as_string(item)).collect()
    }

    pub(crate) fn attrs(&mut self, number: usize) -> Result<Arc<Attrs>, Arc<Unknown>> {
        let thunk = self.thunk(number);
        self.as_attrs(thunk)
    }

    /// A set of which all attributes are known.
    pub(crate) fn whole_attrs(&mut self, number: usize) -> Result<Arc<Attrs>, Arc<Unknown>> {
        let attrs = self.attrs(number)?;
        match &attrs.open {
            Some(open) => Err(open.clone()),
            None => Ok(attrs),
        }
    }
}

/// Reading values.
impl Call<'_, '_> {
    /// A value that is known to its outermost shape.
    pub(crate) fn force(&mut self, thunk: ThunkId) -> Answer {
        match self.ev.force(thunk) {
            Value::Unknown(unknown) => Err(unknown),
            value => Ok(value),
        }
    }

    pub(crate) fn as_bool(&mut self, thunk: ThunkId) -> Result<bool, Arc<Unknown>> {
        match self.force(thunk)? {
            Value::Bool(bool) => Ok(bool),
            _ => Err(self.mismatch("`true` or `false`")),
        }
    }

    pub(crate) fn as_string(&mut self, thunk: ThunkId) -> Result<SmolStr, Arc<Unknown>> {
        match self.force(thunk)? {
            Value::String(text) => Ok(text),
            _ => Err(self.mismatch("a string")),
        }
    }

    pub(crate) fn as_list(&mut self, thunk: ThunkId) -> Result<Arc<List>, Arc<Unknown>> {
        match self.force(thunk)? {
            Value::List(list) => Ok(list),
            _ => Err(self.mismatch("a list")),
        }
    }

    pub(crate) fn as_attrs(&mut self, thunk: ThunkId) -> Result<Arc<Attrs>, Arc<Unknown>> {
        match self.force(thunk)? {
            Value::Attrs(attrs) => Ok(attrs),
            _ => Err(self.mismatch("a set")),
        }
    }

    /// A value as `"${value}"` has it.
    pub(crate) fn coerce(&mut self, value: Value) -> Result<SmolStr, Arc<Unknown>> {
        match self.ev.interpolate(value, self.at) {
            Value::String(text) => Ok(text),
            Value::Unknown(unknown) => Err(unknown),
            _ => Err(self.mismatch("a string")),
        }
    }
}

/// Calling functions and making values.
impl Call<'_, '_> {
    /// The result of calling a function with some arguments.
    pub(crate) fn call(&mut self, function: ThunkId, arguments: &[ThunkId]) -> Answer {
        match self.ev.call(function, arguments, self.at) {
            Value::Unknown(unknown) => Err(unknown),
            value => Ok(value),
        }
    }

    /// What a function says of its arguments.
    pub(crate) fn test(
        &mut self,
        function: ThunkId,
        arguments: &[ThunkId],
    ) -> Result<bool, Arc<Unknown>> {
        match self.call(function, arguments)? {
            Value::Bool(bool) => Ok(bool),
            _ => Err(self.mismatch("a function that gives `true` or `false`")),
        }
    }

    /// The result of calling a function, when somebody asks for it.
    pub(crate) fn later(&mut self, function: ThunkId, arguments: Vec<ThunkId>) -> ThunkId {
        let (at, place) = (self.at, self.place());
        self.ev.defer(place, move |ev| ev.call(function, &arguments, at))
    }

    /// A thunk of a value that is worked out already.
    pub(crate) fn ready(&mut self, value: impl Into<Value>) -> ThunkId {
        let place = self.place();
        self.ev.ready(value.into(), place)
    }

    /// An attribute whose name no text spells, or which stands for a name at `site`.
    pub(crate) fn attr(&self, name: SmolStr, value: ThunkId, site: Option<Origin>) -> Attr {
        let name_at = site.unwrap_or(self.at);
        Attr { name, value, sites: AttrSite { name: name_at, whole: true }.into() }
    }

    /// Why nothing can be told: `why` is a clause in the user's words.
    pub(crate) fn unknown(&self, why: impl Into<String>) -> Arc<Unknown> {
        Arc::new(Unknown::new(why, self.place()))
    }

    pub(crate) fn mismatch(&self, expected: &str) -> Arc<Unknown> {
        self.unknown(format!("`{}` expects {expected}", self.native.name))
    }

    /// Where what is made here comes from: the call, if a text makes it.
    pub(crate) fn place(&self) -> Option<Origin> {
        (self.at != NOWHERE).then_some(self.at)
    }

    /// Takes steps for work on this many items; fails when none are left.
    pub(crate) fn burn(&mut self, items: usize) -> Result<(), Arc<Unknown>> {
        self.ev.burn(items);
        self.ev.exhausted(Some(self.at)).map_or(Ok(()), Err)
    }
}

/// Building functions of others.
impl Call<'_, '_> {
    /// The result of another function of ours.
    pub(crate) fn run(&mut self, native: &'static Native, arguments: &[ThunkId]) -> Answer {
        let function = self.ready(native.value());
        self.call(function, arguments)
    }

    /// The result of one of `builtins`.
    pub(crate) fn builtin(&mut self, name: &str, arguments: &[ThunkId]) -> Answer {
        match crate::builtins::named(name) {
            Some(native) => self.run(native, arguments),
            None => Err(self.unknown(format!("`builtins.{name}` is not followed"))),
        }
    }

    /// What work of ours comes to, when somebody asks for it. It may read this call's arguments.
    pub(crate) fn delay(
        &mut self,
        work: impl FnOnce(&mut Call<'_, '_>) -> Answer + 'static,
    ) -> ThunkId {
        let (native, at, arguments) = (self.native, self.at, self.arguments.to_vec());
        self.ev.defer(self.place(), move |ev| {
            let mut call = Call { ev, native, arguments: &arguments, at };
            work(&mut call).unwrap_or_else(Value::Unknown)
        })
    }

    /// Does some work one level deeper, if steps and depth allow it: for what calls itself.
    pub(crate) fn bounded<T>(
        &mut self,
        work: impl FnOnce(&mut Call<'_, '_>) -> Result<T, Arc<Unknown>>,
    ) -> Result<T, Arc<Unknown>> {
        let (native, at, arguments) = (self.native, self.at, self.arguments);
        let mut answer = None;
        let bound = self.ev.within_bounds(self.place(), |ev| {
            answer = Some(work(&mut Call { ev, native, arguments, at }));
            Value::Null
        });
        match (answer, bound) {
            (Some(answer), _) => answer,
            (None, Value::Unknown(unknown)) => Err(unknown),
            (None, _) => Err(self.unknown("this is not followed")),
        }
    }

    /// A set of attributes that no text spells.
    pub(crate) fn set<const N: usize>(&mut self, entries: [(&'static str, ThunkId); N]) -> Value {
        let entries = entries.into_iter().map(|(name, value)| Attr {
            name: SmolStr::new_static(name),
            value,
            sites: Sites::default(),
        });
        Attrs::new(entries.collect(), None, Vec::new()).into()
    }

    /// An attribute of a set: there, certainly not there, or not to be told.
    pub(crate) fn find(&self, attrs: &Attrs, name: &str) -> Result<Option<ThunkId>, Arc<Unknown>> {
        match (attrs.get(name), &attrs.open) {
            (Some(attr), _) => Ok(Some(attr.value)),
            (None, Some(open)) => Err(open.clone()),
            (None, None) => Ok(None),
        }
    }

    /// `left // right`
    pub(crate) fn update(&mut self, left: ThunkId, right: ThunkId) -> Answer {
        self.ev.binary(syntax::ast::BinOpKind::Update, left, right, self.at).into()
    }

    /// A string of ours.
    pub(crate) fn text_of(&mut self, text: impl Into<SmolStr>) -> ThunkId {
        let text = text.into();
        self.ready(text)
    }
}

impl Evaluator<'_> {
    /// The result of a function of ours that no text calls.
    pub(crate) fn run_native(&mut self, native: &'static Native, arguments: &[ThunkId]) -> Value {
        let at = NOWHERE;
        self.within_bounds(None, |ev| {
            let mut call = Call { ev, native, arguments, at };
            (native.run)(&mut call).unwrap_or_else(Value::Unknown)
        })
    }
}

/// Where a function is called that no text calls. No value keeps it, see [`Call::place`].
pub(crate) const NOWHERE: Origin = Origin {
    file: crate::files::FileId(u32::MAX),
    range: syntax::TextRange::empty(syntax::TextSize::new(0)),
};

impl Partial {
    /// A function of ours with its first arguments.
    pub(crate) fn value(native: &'static Native, given: Vec<ThunkId>) -> Value {
        Value::Native(Arc::new(Partial { native, given }))
    }
}

impl From<SmolStr> for Value {
    fn from(text: SmolStr) -> Value {
        Value::String(text)
    }
}

impl From<bool> for Value {
    fn from(bool: bool) -> Value {
        Value::Bool(bool)
    }
}

impl From<i64> for Value {
    fn from(int: i64) -> Value {
        Value::Int(int)
    }
}

impl From<Attrs> for Value {
    fn from(attrs: Attrs) -> Value {
        Value::Attrs(Arc::new(attrs))
    }
}

impl From<List> for Value {
    fn from(list: List) -> Value {
        Value::List(Arc::new(list))
    }
}

impl From<Value> for Answer {
    fn from(value: Value) -> Answer {
        match value {
            Value::Unknown(unknown) => Err(unknown),
            value => Ok(value),
        }
    }
}
