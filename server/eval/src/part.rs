//! Parts: the lowered form of a file, in pieces that outlive an edit elsewhere.
//!
//! What a person changes in an inventory is one line; what stands around it are thousands of
//! bindings that say what they said before. So a file is not lowered into one arena but into a tree
//! of them. Every *run* (the bindings of one set that follow each other and share their first name:
//! `jon = { … };`, or `jon.tags = …; jon.deploy.x = …;`) has an arena of its own, its part, unless
//! it is tiny. The name is taken off, and what is left of the run's paths may form runs again:
//! `inventory.machines = { jon = …; sara = …; }` is a part `inventory` with a part `machines` in it,
//! and that holds the machines.
//!
//! **A part knows nothing of what stands around it.** Its ranges begin at its own start, and who
//! holds it says where that is; names that it does not bind itself stay names. So it is determined
//! by the text of its run, by how many names were taken off (`strip`) and by how deep it stands
//! (`depth`, since lowering ends at some depth). When a file is lowered anew, each run of a set
//! is compared with the parts that the set had before, and a part whose run is the same is taken
//! over as it is. The new set costs a comparison and a place for each of its runs, and only the runs
//! that the edit touched are lowered: the innermost one, and those around it.
//!
//! **Sameness is that of addresses, mostly.** An edit of the tree keeps the green nodes that it does
//! not change, so addresses tell at once that a run is the same. They come back once their owner is
//! gone, so whoever holds a part holds the nodes of its run as well; no more than those, and those of
//! the newest version: an older one goes but for what stands deeper in a part that was taken over.
//! A text that was parsed as a whole has new nodes everywhere. Then runs of the same length are
//! compared node by node, which is still much less than to lower them.
//!
//! **A closed part is a value.** A part without free names, relative paths or holes means the same
//! wherever and whenever it is evaluated. What was read off its value, with places from its start,
//! can be left with it ([`Part::remember`]) and found again after the next edit. Values themselves
//! can't: they belong to their evaluation.

use std::any::Any;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use smol_str::SmolStr;
use syntax::{GreenNode, GreenToken, NodeOrToken, TextRange, TextSize};

use crate::hir::{Binding, BindingValue, Bindings, BindingsId, Entry, Expr, ExprId};

/// The lowered form of a file or of a run of bindings.
pub struct Part {
    pub(crate) exprs: Box<[(Expr, TextRange)]>,
    pub(crate) sets: Box<[Bindings]>,
    pub(crate) bindings: Box<[Binding]>,
    children: Box<[Child]>,
    /// What the run binds; for a file the value alone counts.
    pub(crate) binding: Binding,
    /// Of the value.
    pub(crate) range: TextRange,
    /// The names that it does not bind itself, by name; `true`, `false` and `null` left out.
    pub(crate) free: Box<[Free]>,
    /// What its own sets give twice.
    repeats: Box<[Repeat]>,
    pub(crate) traits: Traits,
    /// So many names of each path belong to sets around the part.
    pub(crate) strip: usize,
    pub(crate) depth: u32,
    memo: Memo,
}

/// A part within another.
#[derive(Clone)]
pub struct Child {
    /// The part.
    pub part: Arc<Part>,
    /// Where it begins, from the outer one's start.
    pub offset: TextSize,
    pub(crate) run: GreenRun,
}

/// A name that a part does not bind itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Free {
    pub(crate) name: SmolStr,
    /// Is it used outside of every `with` in the part? Else one of those may bind it.
    pub(crate) bare: bool,
}

/// A name that a set or a `let` gives twice, where Nix takes it once. (A function head that does so can't
/// be parsed.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// The path of the binding that came first.
    pub first: TextRange,
    /// The path of the later one.
    pub later: TextRange,
}

/// What else is known of a part and of all parts in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Traits {
    /// Does its value depend on where the file stands, or on text that is not written yet?
    pub(crate) depends: bool,
    /// Does it bind `true`, `false` or `null`? Nix lets one.
    pub(crate) shadows: bool,
    /// Is any name given twice in it?
    pub(crate) repeats: bool,
}

/// The nodes of a run.
#[derive(Clone)]
pub(crate) struct GreenRun {
    pub(crate) first: GreenNode,
    /// The tokens and bindings behind the first one, if there are any.
    pub(crate) rest: Option<Arc<[NodeOrToken<GreenNode, GreenToken>]>>,
}

impl Part {
    /// What its run binds; nothing for a file.
    pub fn name(&self) -> &SmolStr {
        &self.binding.name
    }

    /// What the part's value is.
    pub fn root(&self) -> ExprId {
        match self.binding.value {
            BindingValue::Expr(id) | BindingValue::Inherit(id) => id,
        }
    }

    /// An expression; a number from another part gives a hole.
    pub fn expr(&self, id: ExprId) -> &Expr {
        self.exprs.get(id.0 as usize).map_or(&Expr::Missing, |(expr, _)| expr)
    }

    /// Where an expression stands, from the part's start.
    pub fn range(&self, id: ExprId) -> TextRange {
        self.exprs.get(id.0 as usize).map(|&(_, range)| range).unwrap_or_default()
    }

    /// The parts in it, with their places.
    pub fn children(&self) -> &[Child] {
        &self.children
    }

    /// Does it mean the same wherever and whenever it is evaluated?
    pub fn is_closed(&self) -> bool {
        self.free.is_empty() && !self.traits.depends
    }

    /// The bindings of a set or a `let`.
    pub(crate) fn bindings(&self, id: BindingsId) -> &Bindings {
        self.sets.get(id.0 as usize).unwrap_or(&NOTHING)
    }

    /// The binding of an entry, and how far from the part's start its places begin.
    pub(crate) fn binding(&self, entry: Entry) -> Option<(&Binding, TextSize)> {
        match entry {
            Entry::Own(number) => {
                self.bindings.get(number as usize).map(|binding| (binding, TextSize::default()))
            }
            Entry::Part(number) => {
                self.child(number).map(|child| (&child.part.binding, child.offset))
            }
        }
    }

    pub(crate) fn child(&self, number: u32) -> Option<&Child> {
        self.children.get(number as usize)
    }

    /// All names that are given twice, with places from the part's start.
    pub fn repeats(&self) -> Vec<Repeat> {
        let mut found = Vec::new();
        self.add_repeats(TextSize::default(), &mut found);
        found
    }

    fn add_repeats(&self, start: TextSize, found: &mut Vec<Repeat>) {
        let own = self.repeats.iter();
        found.extend(own.map(|it| Repeat { first: it.first + start, later: it.later + start }));
        for child in self.children.iter().filter(|child| child.part.traits.repeats) {
            child.part.add_repeats(start + child.offset, found);
        }
    }

    /// The number of a name's entry.
    pub(crate) fn find(&self, bindings: &Bindings, name: &str) -> Option<usize> {
        if let Some(names) = &bindings.names {
            return names.get(name).map(|&number| number as usize);
        }
        let is_it = |&entry: &Entry| self.binding(entry).is_some_and(|(it, _)| it.name == name);
        bindings.entries.iter().position(is_it)
    }

    /// What was left with the part, of a type.
    pub fn memo<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        if let Some(first) = self.memo.first.get()
            && first.is::<T>()
        {
            return first.clone().downcast().ok();
        }
        let others = self.memo.others.lock().unwrap_or_else(PoisonError::into_inner);
        others.iter().find(|left| left.is::<T>())?.clone().downcast().ok()
    }

    /// Leaves something with the part for as long as it lives, the first of each type. What is left
    /// must follow from the part alone, and places in it begin at the part's start.
    pub fn remember<T: Any + Send + Sync>(&self, what: Arc<T>) {
        if self.memo::<T>().is_some() {
            return;
        }
        let Err(what) = self.memo.first.set(what) else { return };
        let mut others = self.memo.others.lock().unwrap_or_else(PoisonError::into_inner);
        others.push(what);
    }
}

/// What was left with a part. Nearly always that is one thing at most, and it is asked for often.
#[derive(Default)]
struct Memo {
    first: OnceLock<Left>,
    others: Mutex<Vec<Left>>,
}

type Left = Arc<dyn Any + Send + Sync>;

static NOTHING: Bindings = Bindings { entries: Vec::new(), dynamic: Vec::new(), names: None };

/// All that makes a part what it is; equal for equal texts.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sets: Vec<_> = self.sets.iter().map(|set| (&set.entries, &set.dynamic)).collect();
        f.debug_struct("Part")
            .field("binding", &self.binding)
            .field("exprs", &self.exprs)
            .field("sets", &sets)
            .field("bindings", &self.bindings)
            .field("free", &self.free)
            .field("repeats", &self.repeats)
            .field("traits", &self.traits)
            .field("children", &self.children)
            .finish()
    }
}

impl fmt::Debug for Child {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {:?}", self.offset, self.part)
    }
}

/// A part in the making.
#[derive(Default)]
pub(crate) struct PartBuilder {
    exprs: Vec<(Expr, TextRange)>,
    sets: Vec<Bindings>,
    bindings: Vec<Binding>,
    children: Vec<Child>,
    pub(crate) repeats: Vec<Repeat>,
}

impl PartBuilder {
    pub(crate) fn expr(&mut self, expr: Expr, range: TextRange) -> ExprId {
        self.exprs.push((expr, range));
        ExprId(last(&self.exprs))
    }

    /// The number that the bindings of a set will have.
    pub(crate) fn reserve(&mut self) -> BindingsId {
        self.sets.push(Bindings::default());
        BindingsId(last(&self.sets))
    }

    pub(crate) fn fill(&mut self, id: BindingsId, bindings: Bindings) {
        if let Some(reserved) = self.sets.get_mut(id.0 as usize) {
            *reserved = bindings;
        }
    }

    /// How many sets there are so far.
    pub(crate) fn sets(&self) -> usize {
        self.sets.len()
    }

    pub(crate) fn binding(&mut self, binding: Binding) -> Entry {
        self.bindings.push(binding);
        Entry::Own(last(&self.bindings))
    }

    pub(crate) fn child(&mut self, child: Child) -> Entry {
        self.children.push(child);
        Entry::Part(last(&self.children))
    }

    /// Does a set bind this name?
    pub(crate) fn binds(&self, bindings: &Bindings, name: &str) -> bool {
        if let Some(names) = &bindings.names {
            return names.contains_key(name);
        }
        bindings.entries.iter().any(|&entry| self.name(entry).is_some_and(|it| it == name))
    }

    fn name(&self, entry: Entry) -> Option<&SmolStr> {
        match entry {
            Entry::Own(number) => self.bindings.get(number as usize).map(|it| &it.name),
            Entry::Part(number) => {
                self.children.get(number as usize).map(|child| &child.part.binding.name)
            }
        }
    }

    pub(crate) fn finish(
        self,
        binding: Binding,
        free: Box<[Free]>,
        traits: Traits,
        (strip, depth): (usize, u32),
    ) -> Arc<Part> {
        let mut part = Part {
            exprs: self.exprs.into(),
            sets: self.sets.into(),
            bindings: self.bindings.into(),
            children: self.children.into(),
            binding,
            range: TextRange::default(),
            free,
            traits: Traits { repeats: traits.repeats || !self.repeats.is_empty(), ..traits },
            repeats: self.repeats.into(),
            strip,
            depth,
            memo: Memo::default(),
        };
        part.range = part.range(part.root());
        Arc::new(part)
    }
}

fn last<T>(arena: &[T]) -> u32 {
    u32::try_from(arena.len().saturating_sub(1)).unwrap_or(u32::MAX)
}
