//! What editors show behind a text: the machines that a tag stands for, the service of an instance
//! that is called otherwise.
//!
//! Nothing is said that can be seen: a list of machines beside the name, a service on the same line.
//! Nor what other remarks say already: that nobody carries a tag.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use eval::FileRange;
use inventory::Clan;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use syntax::{AstNode, Parse, SyntaxKind, SyntaxNode, TextRange, TextSize, ast};

use crate::Analysis;
use crate::counted::counted;
use crate::hover::Context;
use crate::markup::{Line, Markup};
use crate::place::string_text;
use crate::roles::roles;
use crate::stretch;

/// More hints are not told: nobody asks for so many but by mistake.
const MOST: usize = 2_000;

/// More names than these are counted.
const MOST_NAMES: usize = 3;

/// More names than these are not in a hint's explanation.
const MOST_EXPLAINED: usize = 20;

/// A text behind another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlayHint {
    /// Where it is shown.
    pub at: TextSize,
    /// What is shown, part by part.
    pub label: Vec<LabelPart>,
    /// What it means.
    pub tooltip: Markup,
}

/// A part of a hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelPart {
    /// The text.
    pub text: String,
    /// Where it leads.
    pub at: Option<FileRange>,
}

/// The hints in a stretch of a file, by place.
pub(crate) fn inlay_hints(analysis: &Analysis, at: FileRange) -> Option<Vec<InlayHint>> {
    let parse = analysis.parse(at.file)?;
    let clan = analysis.clan(&analysis.path(at.file))?;
    let context = Context { analysis, clan: &clan };
    let open = clan.tags_open();
    let (carriers, found) = (FxHashMap::default(), BTreeMap::new());
    let mut hints = Hints { context, parse, at, open, carriers, found };
    hints.tags_in_roles();
    hints.tags_of_inventory();
    hints.services();
    Some(hints.found.into_values().take(MOST).collect())
}

struct Hints<'c> {
    context: Context<'c>,
    parse: Parse,
    at: FileRange,
    /// May others carry a tag?
    open: bool,
    /// Whom the tags stand for that were met.
    carriers: FxHashMap<SmolStr, Vec<&'c SmolStr>>,
    found: BTreeMap<TextSize, InlayHint>,
}

impl<'c> Hints<'c> {
    fn clan(&self) -> &'c Clan {
        self.context.clan
    }

    fn is_asked(&self, at: FileRange) -> bool {
        at.file == self.at.file && self.at.range.contains_range(at.range)
    }

    fn tags_in_roles(&mut self) {
        for role in roles(self.clan()) {
            for used in &role.role.tags {
                let at = role.instance.at(used.at);
                if self.is_asked(at) {
                    self.tag(at.range, &used.name);
                }
            }
        }
    }

    /// The names below `inventory.tags`, but for those beside which all machines are listed.
    fn tags_of_inventory(&mut self) {
        for (tag, places) in &self.clan().tags.definitions {
            let places = places.iter().filter(|at| self.is_asked(**at));
            for at in places.copied().collect::<Vec<_>>() {
                let mut listed = self.listed_at(at.range).unwrap_or_default();
                listed.sort();
                listed.dedup();
                if !self.carriers(tag).iter().copied().eq(&listed) {
                    self.tag(at.range, tag);
                }
            }
        }
    }

    /// The strings of the list that is bound to a name.
    fn listed_at(&self, name: TextRange) -> Option<Vec<SmolStr>> {
        let binding = self.node_at(name)?.ancestors().find_map(ast::AttrpathValue::cast)?;
        let Some(ast::Expr::List(list)) = binding.value() else { return None };
        let texts = list.items().map(|item| match item {
            ast::Expr::Str(string) => string_text(&string),
            _ => None,
        });
        texts.collect()
    }

    fn carriers(&mut self, tag: &SmolStr) -> &[&'c SmolStr] {
        let clan = self.clan();
        self.carriers.entry(tag.clone()).or_insert_with(|| clan.carriers(tag))
    }

    fn tag(&mut self, name: TextRange, tag: &SmolStr) {
        let (context, open) = (self.context, self.open);
        let machines = self.carriers(tag);
        if machines.is_empty() {
            return;
        }
        let label = label(context, machines, open);
        let count = counted(machines.len(), "machine");
        let known = if open { " that are known" } else { "" };
        let mut tooltip = Markup::default();
        tooltip.paragraph(Line::of("tag ").strong(tag.as_str()).text(format!(": {count}{known}")));
        let names = machines.iter().take(MOST_EXPLAINED).map(|name| context.machine(name));
        let rest = machines.len().saturating_sub(MOST_EXPLAINED);
        let rest = if rest > 0 { format!(" and {rest} others") } else { String::new() };
        tooltip.paragraph(Line::default().list(names).text(rest));
        self.add(self.behind(name), label, tooltip);
    }

    fn services(&mut self) {
        for (name, instance) in &self.clan().instances {
            let module = &instance.module;
            let Some(service) =
                module.name.as_ref().filter(|service| *service != name && !service.is_empty())
            else {
                continue;
            };
            let named = module.name_at.map(|at| instance.at(at));
            for at in instance.definitions.iter().map(|&at| instance.at(at)) {
                if !self.is_asked(at) || self.goes_on(at.range) || self.are_on_one_line(at, named) {
                    continue;
                }
                let mut tooltip = Markup::default();
                let head = Line::of("instance ").strong(name.as_str()).text(" of ");
                tooltip.paragraph(head.code(service.as_str()));
                let label = vec![LabelPart { text: service.to_string(), at: named }];
                self.add(at.range.end(), label, tooltip);
            }
        }
    }

    fn add(&mut self, at: TextSize, label: Vec<LabelPart>, tooltip: Markup) {
        // One text may be read twice, as in `map`.
        if let Entry::Vacant(free) = self.found.entry(at)
            && !label.is_empty()
        {
            free.insert(InlayHint { at, label, tooltip });
        }
    }

    fn node_at(&self, range: TextRange) -> Option<SyntaxNode> {
        stretch::node_around(&self.parse.syntax(), range)
    }

    fn path_around(&self, name: TextRange) -> Option<SyntaxNode> {
        let mut nodes = self.node_at(name)?.ancestors();
        nodes.find(|node| node.kind() == SyntaxKind::NODE_ATTRPATH)
    }

    /// Do other names follow a name in its path?
    fn goes_on(&self, name: TextRange) -> bool {
        self.path_around(name).is_some_and(|path| path.text_range().end() > name.end())
    }

    /// Where nothing comes between a name and its path: behind all of it.
    fn behind(&self, name: TextRange) -> TextSize {
        let node = self.node_at(name);
        let in_list = node.is_some_and(|node| {
            let mut around = node.ancestors();
            let kinds = [SyntaxKind::NODE_LIST, SyntaxKind::NODE_ATTRPATH];
            around
                .find(|it| kinds.contains(&it.kind()))
                .is_some_and(|it| it.kind() == SyntaxKind::NODE_LIST)
        });
        let path = self.path_around(name).filter(|_| !in_list);
        path.map_or(name.end(), |path| path.text_range().end())
    }

    fn are_on_one_line(&self, name: FileRange, other: Option<FileRange>) -> bool {
        let Some(other) = other.filter(|other| other.file == name.file) else { return false };
        !stretch::holds_line_break(&self.parse.syntax(), name.range.cover(other.range))
    }
}

/// `jon, sara` or `12 machines`; what may be more says so.
fn label(context: Context<'_>, machines: &[&SmolStr], open: bool) -> Vec<LabelPart> {
    let plain = |text: String| LabelPart { text, at: None };
    if machines.len() > MOST_NAMES {
        let more = if open { "+" } else { "" };
        return vec![plain(format!("{}{more} machines", machines.len()))];
    }
    let mut parts = Vec::new();
    // An editor refuses a part without text.
    for name in machines.iter().filter(|name| !name.is_empty()) {
        if !parts.is_empty() {
            parts.push(plain(", ".to_owned()));
        }
        parts.push(LabelPart { text: name.to_string(), at: context.definition_of(name) });
    }
    if open {
        parts.push(plain(", …".to_owned()));
    }
    parts
}
