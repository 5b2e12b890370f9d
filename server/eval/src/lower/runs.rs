//! The bindings of a set as the tree has them, divided into runs, and what stayed the same of them.

use std::ops::Range;
use std::ptr;

use smol_str::SmolStr;
use syntax::{
    AstNode, GreenNode, GreenNodeData, GreenToken, GreenTokenData, Language, NixLanguage,
    NodeOrToken,
    SyntaxKind::{self, NODE_ATTRPATH, NODE_IDENT},
    SyntaxNode, TextRange, TextSize, ast,
};

use super::bindings::BindingsBuilder;
use super::same::{is_same_node, is_same_token};
use super::{Lowering, MAX_DEPTH, ident_name};
use crate::hir::{Bindings, Entry};
use crate::part::{Child, GreenRun, Part};

/// Bindings that stand side by side in one node.
#[derive(Clone)]
pub(super) struct Stretch {
    pub(super) node: GreenNode,
    /// Which children of the node.
    pub(super) kids: Range<usize>,
    /// Where the first of them begins, from the part's start.
    pub(super) at: TextSize,
    /// So many names of each path belong to sets around this one.
    pub(super) strip: usize,
    /// Where the literal set stands that the node is, if it is one.
    pub(super) literal: Option<TextRange>,
}

/// A node among the children of a stretch's node.
#[derive(Clone, Copy)]
pub(super) struct Kid<'g> {
    pub(super) node: &'g GreenNodeData,
    pub(super) index: usize,
    pub(super) at: TextSize,
}

/// Bindings that follow each other and share their first name.
pub(super) struct Run<'p> {
    /// The bindings, and whatever stands between them: children of the stretch's node.
    pub(super) kids: Range<usize>,
    /// Where it begins, from the part's start.
    pub(super) at: TextSize,
    pub(super) len: TextSize,
    pub(super) name: RunName<'p>,
}

pub(super) enum RunName<'p> {
    /// The run is the one that this part was made of.
    Same(&'p Child),
    /// It is new, or something in it is.
    New(SmolStr),
}

impl Run<'_> {
    pub(super) fn name(&self) -> &SmolStr {
        match &self.name {
            RunName::Same(known) => known.part.name(),
            RunName::New(name) => name,
        }
    }

    /// The run as bindings to be lowered, of the stretch that it was found in.
    pub(super) fn of(&self, stretch: &Stretch) -> Stretch {
        let (node, kids) = (stretch.node.clone(), self.kids.clone());
        Stretch { node, kids, at: self.at, strip: stretch.strip, literal: None }
    }
}

/// What an attribute path begins with.
#[derive(PartialEq, Eq)]
enum First {
    Static(SmolStr),
    Dynamic,
    /// A line that is being typed: it says nothing yet.
    Nothing,
}

impl Stretch {
    pub(super) fn kids(&self) -> Vec<Kid<'_>> {
        let mut at = self.at;
        let children = self.node.children().enumerate();
        let mut kids = Vec::with_capacity(self.kids.len() / 2 + 1);
        for (index, child) in children.skip(self.kids.start).take(self.kids.len()) {
            let len = match child {
                NodeOrToken::Node(node) => {
                    kids.push(Kid { node, index, at });
                    node.text_len()
                }
                NodeOrToken::Token(token) => token.text_len(),
            };
            at += len;
        }
        kids
    }

    /// What one of the bindings says of the set that is further in by a name.
    pub(super) fn further_in(&self, kid: &Kid<'_>) -> Stretch {
        let (node, kids) = (self.node.clone(), kid.index..kid.index + 1);
        Stretch { node, kids, at: kid.at, strip: self.strip + 1, literal: None }
    }

    /// The nodes of a run, as whoever holds its part keeps them.
    pub(super) fn green(&self, run: &Run<'_>) -> Option<GreenRun> {
        let mut children = self.node.children().skip(run.kids.start).take(run.kids.len());
        let first = children.next()?.into_node()?;
        if let RunName::Same(known) = run.name
            && ptr::eq(first, &*known.run.first)
        {
            return Some(known.run.clone());
        }
        let first = first.to_owned();
        if children.len() == 0 {
            return Some(GreenRun { first, rest: None });
        }
        let rest = children.map(|child| match child {
            NodeOrToken::Node(node) => NodeOrToken::Node(node.to_owned()),
            NodeOrToken::Token(token) => NodeOrToken::Token(token.to_owned()),
        });
        Some(GreenRun { first, rest: Some(rest.collect()) })
    }

    /// Whether the nodes from the first of these on are those of a run; how many of these are.
    fn same(&self, run: &GreenRun, kids: &[Kid<'_>]) -> Option<usize> {
        let first = kids.first()?;
        if !is_same_node(first.node, &run.first) {
            return None;
        }
        let Some(rest) = &run.rest else { return Some(1) };
        let mut children = self.node.children().take(self.kids.end).skip(first.index + 1);
        let is_same = |known: &NodeOrToken<GreenNode, GreenToken>| {
            children.next().is_some_and(|child| match (child, known) {
                (NodeOrToken::Node(child), NodeOrToken::Node(known)) => is_same_node(child, known),
                (NodeOrToken::Token(child), NodeOrToken::Token(known)) => {
                    is_same_token(child, known)
                }
                _ => false,
            })
        };
        let is_node = |known: &&NodeOrToken<GreenNode, GreenToken>| known.as_node().is_some();
        rest.iter().all(is_same).then(|| 1 + rest.iter().filter(is_node).count())
    }
}

pub(super) fn kind(node: &GreenNodeData) -> SyntaxKind {
    NixLanguage::kind_from_raw(node.kind())
}

/// The bindings that a set had in the earlier version.
#[derive(Clone, Copy)]
pub(super) struct Before<'p> {
    pub(super) part: &'p Part,
    pub(super) bindings: &'p Bindings,
}

impl<'p> Before<'p> {
    pub(super) fn child(self, number: usize) -> Option<&'p Child> {
        match self.bindings.entries.get(number)? {
            Entry::Part(child) => self.part.child(*child),
            Entry::Own(_) => None,
        }
    }

    pub(super) fn find(self, name: &str) -> Option<usize> {
        self.part.find(self.bindings, name)
    }
}

/// Divides one stretch.
pub(super) struct Divider<'d, 'p> {
    pub(super) stretch: &'d Stretch,
    kids: &'d [Kid<'d>],
    before: Option<Before<'p>>,
    depth: u32,
    /// Which of the earlier bindings comes next, if all is as it was.
    expected: usize,
    /// The name that was read last, by the number of its node.
    known: Option<(usize, First)>,
}

impl<'p> Lowering<'p> {
    /// Divides a stretch into runs; what is no run is lowered. `expected` goes along.
    pub(super) fn divide(
        &mut self,
        stretch: &Stretch,
        before: Option<Before<'p>>,
        out: &mut BindingsBuilder<'p>,
    ) {
        let kids = stretch.kids();
        let expected = out.expected;
        let depth = self.depth;
        let mut divider = Divider { stretch, kids: &kids, before, depth, expected, known: None };
        let mut number = 0;
        let mut is_broken = false;
        while let Some(kid) = kids.get(number) {
            // In large files this looks at nothing but addresses.
            if let Some((run, end)) = divider.expected_run(number) {
                out.add_run(run, Some(divider.expected - 1));
                number = end;
                continue;
            }
            let next = match kind(kid.node) {
                SyntaxKind::NODE_ATTRPATH_VALUE => divider.run(number).map(|(run, end, was)| {
                    out.add_run(run, was);
                    end
                }),
                SyntaxKind::NODE_INHERIT => {
                    self.inherit(kid, before, out);
                    None
                }
                SyntaxKind::NODE_ERROR => {
                    is_broken = true;
                    None
                }
                _ => None,
            };
            if next.is_none() && divider.first(number) == &First::Dynamic {
                self.dynamic(stretch, kid, out);
            }
            number = next.unwrap_or(number + 1);
        }
        out.expected = divider.expected;
        // What could not be read of a set may bind any name.
        if let Some(range) = stretch.literal.filter(|_| is_broken) {
            let hole = self.hole(range);
            out.dynamic.push((hole, hole));
        }
    }
}

impl<'p> Divider<'_, 'p> {
    /// The run that begins at a binding, where it ends, and which of the earlier bindings has its
    /// name; `None` if the binding has no name that the text tells.
    fn run(&mut self, number: usize) -> Option<(Run<'p>, usize, Option<usize>)> {
        let First::Static(name) = self.first(number) else { return None };
        let name = name.clone();
        let mut end = number + 1;
        while self.begins_with(end, &name) {
            end += 1;
        }
        let was = self.before.and_then(|before| before.find(&name));
        self.expected = was.map_or(self.expected, |was| was + 1);
        let known = was.and_then(|was| self.same(number, was)).filter(|&(_, same)| same == end);
        let name = known.map_or(RunName::New(name), |(known, _)| RunName::Same(known));
        Some((self.run_of(number, end, name)?, end, was))
    }

    fn run_of(&self, number: usize, end: usize, name: RunName<'p>) -> Option<Run<'p>> {
        let (first, last) = (self.kids.get(number)?, self.kids.get(end.checked_sub(1)?)?);
        let len = last.at + last.node.text_len() - first.at;
        Some(Run { kids: first.index..last.index + 1, at: first.at, len, name })
    }

    /// The run whose part is expected next, if it begins here and no further binding belongs to it;
    /// and where it ends.
    fn expected_run(&mut self, number: usize) -> Option<(Run<'p>, usize)> {
        let (known, end) = self.same(number, self.expected)?;
        // Two parts of one set have different names.
        let follows = self.before.and_then(|before| before.child(self.expected + 1));
        let is_follower = follows.zip(self.kids.get(end)).is_some_and(|(follows, kid)| {
            ptr::eq(&*follows.run.first, kid.node) && follows.part.strip == self.stretch.strip
        });
        if !is_follower && self.begins_with(end, known.part.name()) {
            return None;
        }
        self.expected += 1;
        Some((self.run_of(number, end, RunName::Same(known))?, end))
    }

    /// One of the earlier parts, if it begins here; and the node behind it.
    fn same(&self, number: usize, was: usize) -> Option<(&'p Child, usize)> {
        let child = self.before?.child(was)?;
        let (strip, depth) = (child.part.strip, child.part.depth);
        if strip != self.stretch.strip || depth != self.depth {
            return None;
        }
        let count = self.stretch.same(&child.run, self.kids.get(number..)?)?;
        Some((child, number + count))
    }

    fn begins_with(&mut self, number: usize, name: &SmolStr) -> bool {
        matches!(self.first(number), First::Static(it) if it == name)
    }

    fn first(&mut self, number: usize) -> &First {
        if self.known.as_ref().is_none_or(|(known, _)| *known != number) {
            let first = self.kids.get(number).map_or(First::Nothing, |kid| self.read(kid));
            self.known = Some((number, first));
        }
        self.known.as_ref().map_or(&First::Nothing, |(_, first)| first)
    }

    fn read(&self, kid: &Kid<'_>) -> First {
        self.read_plain(kid).unwrap_or_else(|| self.read_any(kid))
    }

    /// The usual: a name without quotes. To make a tree for each would take longer than the rest.
    fn read_plain(&self, kid: &Kid<'_>) -> Option<First> {
        let mut children = kid.node.children();
        let path = children.next()?.into_node().filter(|it| kind(it) == NODE_ATTRPATH)?;
        children.find(|child| child.as_token().is_some_and(|it| is_assign(it)))?;
        let mut names = path.children().filter_map(NodeOrToken::into_node);
        let name = names.nth(self.stretch.strip).filter(|name| kind(name) == NODE_IDENT)?;
        if self.is_too_deep(names.count()) {
            return None;
        }
        let text = name.children().next()?.into_token().map(GreenTokenData::text)?;
        Some(First::Static(SmolStr::new(text)))
    }

    fn read_any(&self, kid: &Kid<'_>) -> First {
        let binding = ast::AttrpathValue::cast(SyntaxNode::new_root(kid.node.to_owned()));
        let Some(binding) = binding else { return First::Nothing };
        if binding.value().is_none() && binding.assign_token().is_none() {
            return First::Nothing;
        }
        let mut names = binding.attrpath().into_iter().flat_map(|path| path.attrs());
        let Some(name) = names.nth(self.stretch.strip) else { return First::Nothing };
        if self.is_too_deep(names.count()) {
            return First::Nothing;
        }
        match &name {
            ast::Attr::Ident(ident) => First::Static(ident_name(ident)),
            ast::Attr::Str(string) => {
                super::string::plain(string).map_or(First::Dynamic, First::Static)
            }
            ast::Attr::Dynamic(_) => First::Dynamic,
        }
    }

    /// A value that stands so many levels further in is not read any more.
    fn is_too_deep(&self, levels: usize) -> bool {
        levels >= MAX_DEPTH.saturating_sub(self.depth) as usize
    }
}

fn is_assign(token: &GreenTokenData) -> bool {
    NixLanguage::kind_from_raw(token.kind()) == SyntaxKind::TOKEN_ASSIGN
}
