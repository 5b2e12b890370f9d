//! The bindings of sets: each name once, with all that is said of it, as Nix reads them.

use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, TextRange, TextSize, ast};

use super::fold::Fold;
use super::runs::{Before, Kid, Run, RunName, Stretch};
use super::scope::Met;
use super::{Lowering, RED_ZONE, STACK_PIECE, is_recursive};
use crate::hir::{
    AttrName, BindingValue, Bindings, BindingsId, Entry, Expr, ExprId, FEW, Names, Site,
};
use crate::part::{Child, Part};

/// A run whose text is shorter is lowered with the set that it stands in: a part would cost more
/// than that.
const SHORT: TextSize = TextSize::new(48);
/// But not when so many stand side by side.
const MANY: usize = 64;

/// Among so many sets, before and behind, the earlier version of a set is looked for.
const NEAR: usize = 8;

/// The bindings of a set, lowered.
pub(super) struct Set {
    id: BindingsId,
    bindings: Bindings,
    /// The names that are inherited from the scope around the set.
    inherited: Vec<SmolStr>,
}

/// The bindings of a set as they are found.
#[derive(Default)]
pub(super) struct BindingsBuilder<'p> {
    /// Where runs were found.
    stretches: Vec<Stretch>,
    named: Vec<Named<'p>>,
    runs: usize,
    pub(super) dynamic: Vec<(ExprId, ExprId)>,
    inherited: Vec<SmolStr>,
    /// Which of the earlier bindings comes next, if all is as it was.
    pub(super) expected: usize,
    /// Are the names so far the earlier ones, in their order?
    renamed: bool,
}

/// What is known of a set when its names are.
struct Found<'f, 'p> {
    stretches: &'f [Stretch],
    /// Does each run get a part, however short?
    many: bool,
    before: Option<Before<'p>>,
}

/// Something that is said of a name.
pub(super) enum Named<'p> {
    /// In one of the stretches.
    Run(usize, Run<'p>),
    Inherited(SmolStr, Site, BindingValue),
}

impl Named<'_> {
    fn name(&self) -> &SmolStr {
        match self {
            Named::Run(_, run) => run.name(),
            Named::Inherited(name, ..) => name,
        }
    }
}

impl<'p> BindingsBuilder<'p> {
    pub(super) fn add_run(&mut self, run: Run<'p>, was: Option<usize>) {
        self.runs += 1;
        self.add(Named::Run(self.stretches.len(), run), was);
    }

    fn add(&mut self, named: Named<'p>, was: Option<usize>) {
        self.renamed |= was != Some(self.named.len());
        self.named.push(named);
    }
}

impl<'p> Lowering<'p> {
    /// All bindings of a node that stands in the tree at hand.
    pub(super) fn stretch_of(&self, node: &SyntaxNode) -> Stretch {
        let green = node.green().to_owned();
        let kids = 0..green.children().len();
        let at = self.range(node).start();
        Stretch { node: green, kids, at, strip: 0, literal: None }
    }

    /// A literal set.
    pub(super) fn literal(&mut self, set: &ast::AttrSet) -> Expr {
        let stretch = self.literal_stretch(set);
        self.attr_set(is_recursive(set), vec![stretch])
    }

    pub(super) fn literal_stretch(&self, set: &ast::AttrSet) -> Stretch {
        let literal = Some(self.range(set.syntax()));
        Stretch { literal, ..self.stretch_of(set.syntax()) }
    }

    /// A set that is written in one or several pieces.
    pub(super) fn attr_set(&mut self, recursive: bool, stretches: Vec<Stretch>) -> Expr {
        if !recursive {
            let set = self.set(stretches);
            return Expr::AttrSet { recursive, bindings: self.keep(set) };
        }
        let outer = self.enter();
        let set = self.set(stretches);
        self.leave_set(outer, &set);
        Expr::AttrSet { recursive, bindings: self.keep(set) }
    }

    /// The scope of a set ends.
    pub(super) fn leave_set(&mut self, outer: Met, set: &Set) {
        let constants = ["true", "false", "null"].map(SmolStr::new_static);
        let names = self.free.keys().chain(&constants);
        let bound: Vec<SmolStr> =
            names.filter(|name| self.part.binds(&set.bindings, name)).cloned().collect();
        let bound: FxHashSet<SmolStr> = bound.into_iter().collect();
        self.leave(outer, |name| bound.contains(name));
    }

    /// Puts the bindings into the part. The scope of the set, if it is one, has ended.
    pub(super) fn keep(&mut self, set: Set) -> BindingsId {
        set.inherited.iter().for_each(|name| self.meet(name));
        self.part.fill(set.id, set.bindings);
        set.id
    }

    pub(super) fn set(&mut self, stretches: Vec<Stretch>) -> Set {
        let before = self.before();
        let id = self.part.reserve();
        let mut found = BindingsBuilder::default();
        for stretch in stretches {
            self.divide(&stretch, before, &mut found);
            found.stretches.push(stretch);
        }
        let (entries, names) = self.entries(&mut found, before);
        let bindings = Bindings { entries, dynamic: found.dynamic, names };
        Set { id, bindings, inherited: found.inherited }
    }

    /// The set in the earlier version: the one with the same number, if it has any parts, else a
    /// near one. A wrong one costs time alone.
    fn before(&self) -> Option<Before<'p>> {
        let part = self.previous?;
        let number = self.part.sets();
        let has_parts =
            |set: &&Bindings| set.entries.iter().any(|entry| matches!(entry, Entry::Part(_)));
        let same = part.sets.get(number).filter(has_parts);
        let near = || {
            let near = part.sets.iter().take(number + NEAR).skip(number.saturating_sub(NEAR));
            near.filter(has_parts).max_by_key(|set| set.entries.len())
        };
        same.or_else(near).map(|bindings| Before { part, bindings })
    }

    fn entries(
        &mut self,
        found: &mut BindingsBuilder<'p>,
        before: Option<Before<'p>>,
    ) -> (Vec<Entry>, Option<Arc<Names>>) {
        let named = std::mem::take(&mut found.named);
        let many = found.runs >= MANY;
        let renamed = found.renamed;
        let found = Found { stretches: &found.stretches, many, before };
        let is_as_before =
            |before: &Before<'_>| !renamed && before.bindings.entries.len() == named.len();
        if let Some(same) = before.filter(is_as_before) {
            let entries = named.into_iter().map(|named| self.entry(&found, named));
            return (entries.collect(), same.bindings.names.clone());
        }
        let (first, mut later, names) = sort(named);
        let mut entries = Vec::with_capacity(first.len());
        for (number, named) in first.into_iter().enumerate() {
            entries.push(match later.remove(&number) {
                Some(later) => self.merged(&found, named, later),
                None => self.entry(&found, named),
            });
        }
        (entries, names.map(Arc::new))
    }

    /// A name of which all is said in one place.
    fn entry(&mut self, found: &Found<'_, 'p>, named: Named<'p>) -> Entry {
        let Named::Run(stretch, run) = &named else { return self.merged(found, named, Vec::new()) };
        if !found.many && run.len < SHORT {
            return self.merged(found, named, Vec::new());
        }
        let stretch = found.stretches.get(*stretch);
        let Some((stretch, green)) = stretch.and_then(|it| Some((it, it.green(run)?))) else {
            return self.merged(found, named, Vec::new());
        };
        let part = match &run.name {
            RunName::Same(known) => known.part.clone(),
            RunName::New(name) => {
                let was = found.before.and_then(|before| before.child(before.find(name)?));
                let (name, run) = (name.clone(), run.of(stretch));
                stacker::maybe_grow(RED_ZONE, STACK_PIECE, || {
                    part(name, run, self.depth, was.map(|was| &*was.part))
                })
            }
        };
        self.meet_part(&part);
        self.part.child(Child { part, offset: run.at, run: green })
    }

    /// A name of which something is said in several places, or but little.
    fn merged(&mut self, found: &Found<'_, 'p>, named: Named<'p>, later: Vec<Named<'p>>) -> Entry {
        let mut fold = Fold::new(named.name().clone());
        for named in std::iter::once(named).chain(later) {
            match named {
                Named::Run(stretch, run) => {
                    if let Some(stretch) = found.stretches.get(stretch) {
                        self.fold_run(&mut fold, &run.of(stretch));
                    }
                }
                Named::Inherited(_, site, value) => fold.put_value(site, site.name, value),
            }
        }
        let binding = self.folded(fold);
        self.part.binding(binding)
    }

    /// `inherit a b;`, `inherit (from) a b;`
    pub(super) fn inherit(
        &mut self,
        kid: &Kid<'_>,
        before: Option<Before<'p>>,
        out: &mut BindingsBuilder<'p>,
    ) {
        let node = SyntaxNode::new_root(kid.node.to_owned());
        let Some(inherit) = ast::Inherit::cast(node) else { return };
        self.within(kid.at, |lowering| {
            let range = lowering.range(inherit.syntax());
            let from = inherit.from().map(|from| lowering.expr_or_hole(from.expr(), range));
            for attr in inherit.attrs() {
                let AttrName::Static(name) = lowering.attr_name(&attr) else { continue };
                let site = Site { name: lowering.range(attr.syntax()), whole: true };
                let value = lowering.inherited(&name, from, site.name, out);
                let was = before.and_then(|before| before.find(&name));
                out.expected = was.map_or(out.expected, |was| was + 1);
                out.add(Named::Inherited(name, site, value), was);
            }
        });
    }

    fn inherited(
        &mut self,
        name: &SmolStr,
        from: Option<ExprId>,
        range: TextRange,
        out: &mut BindingsBuilder<'p>,
    ) -> BindingValue {
        match from {
            Some(set) => {
                let path = Box::new([AttrName::Static(name.clone())]);
                BindingValue::Expr(self.part.expr(Expr::Select { set, path, default: None }, range))
            }
            None => {
                out.inherited.push(name.clone());
                BindingValue::Inherit(self.part.expr(Expr::Ident(name.clone()), range))
            }
        }
    }

    /// Lowers something of a tree that begins at `base`.
    pub(super) fn within<T>(&mut self, base: TextSize, work: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.base, base);
        let out = work(self);
        self.base = outer;
        out
    }
}

/// The part of a run.
fn part(name: SmolStr, run: Stretch, depth: u32, previous: Option<&Part>) -> Arc<Part> {
    let mut lowering = Lowering::new(depth, previous);
    let run = Stretch { at: TextSize::default(), ..run };
    let mut fold = Fold::new(name);
    lowering.fold_run(&mut fold, &run);
    let binding = lowering.folded(fold);
    lowering.finish(binding, run.strip)
}

/// What is said first of each name, by the number of the name what is said later, and the numbers of
/// the names if those are not few.
type Sorted<'p> = (Vec<Named<'p>>, FxHashMap<usize, Vec<Named<'p>>>, Option<Names>);

fn sort(named: Vec<Named<'_>>) -> Sorted<'_> {
    let mut names = Names::with_capacity_and_hasher(named.len(), FxBuildHasher);
    let mut first: Vec<Named<'_>> = Vec::with_capacity(named.len());
    let mut later: FxHashMap<usize, Vec<Named<'_>>> = FxHashMap::default();
    for named in named {
        let number = u32::try_from(first.len()).unwrap_or(u32::MAX);
        let known = *names.entry(named.name().clone()).or_insert(number);
        if known == number {
            first.push(named);
        } else {
            later.entry(known as usize).or_default().push(named);
        }
    }
    let few = first.len() <= FEW;
    (first, later, (!few).then_some(names))
}
