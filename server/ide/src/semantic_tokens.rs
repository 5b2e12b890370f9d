//! The names of a clan in a text, for editors to colour. They lay over whatever colours the Nix, so
//! nothing else is told.
//!
//! The option path goes along on the way down, and only what touches the asked range is looked at:
//! a window full of text costs the same in any file.

use std::iter::successors;

use eval::{FileId, FileRange};
use inventory::{Clan, Provider, within_clan};
use smol_str::SmolStr;
use syntax::{
    AstNode, NodeOrToken, SyntaxElement, SyntaxKind, SyntaxNode, TextRange, TextSize, ast,
};

use crate::Analysis;
use crate::flake;
use crate::place::{At, Ground, attr_text, ground, outermost_set, string_text};
use crate::settings::SettingsPath;
use crate::subject::{Subject, is_built_in};

/// A name to be coloured. It never goes over the end of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SemanticToken {
    /// The name without its quotes, in bytes.
    pub range: TextRange,
    /// What it names.
    pub kind: TokenKind,
    /// Is the thing made here, rather than spoken of?
    pub declares: bool,
    /// Does it come with Clan?
    pub built_in: bool,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A machine.
    Machine,
    /// A tag.
    Tag,
    /// A role.
    Role,
    /// An instance of a service.
    Instance,
    /// A service.
    Service,
    /// A setting of a role.
    Setting,
    /// An input of the flake.
    Input,
}

/// The names that touch a stretch of a file, by place, no more than `most`.
pub(crate) fn semantic_tokens(
    analysis: &Analysis,
    at: FileRange,
    most: usize,
) -> Option<Vec<SemanticToken>> {
    let parse = analysis.parse(at.file)?;
    let ground = ground(analysis, at.file)?;
    let root = parse.root()?.expr()?;
    let guessed = ground.guess.as_ref().and_then(|_| outermost_set(&parse));
    let Ground { clan, guess } = &ground;
    let guess = guessed.zip(guess.clone());
    let mut walk = Walk { clan, file: at.file, guess, range: at.range, most, tokens: Vec::new() };
    if *analysis.path(at.file) == *clan.root.join("flake.nix") {
        walk.inputs(&root);
    }
    walk.expression(&root, None);
    let mut tokens = walk.tokens;
    tokens.sort_by_key(|token| token.range.start());
    tokens.truncate(most);
    Some(tokens)
}

/// The option path of a set or of a value; `None` where the text is no option's.
type OptionPath<'p> = Option<&'p [SmolStr]>;

struct Walk<'a> {
    clan: &'a Clan,
    file: FileId,
    /// The set of which the path is guessed, and that path.
    guess: Option<(SyntaxNode, Vec<SmolStr>)>,
    range: TextRange,
    most: usize,
    tokens: Vec<SemanticToken>,
}

impl Walk<'_> {
    fn expression(&mut self, expr: &ast::Expr, path: OptionPath<'_>) {
        let node = expr.syntax();
        match expr {
            ast::Expr::AttrSet(_) => {
                let own = self.path_of_set(node);
                self.entries(node, own.as_deref().or(path));
            }
            ast::Expr::Str(string) => {
                self.name_in(path, At::Value, string.syntax());
                self.parts(node, |_| None);
            }
            ast::Expr::List(_) => {
                for item in children_in(node, self.range) {
                    self.name_in(path, At::Item, &item);
                    self.part(&item, None);
                }
            }
            _ => self.parts(node, |part| path.filter(|_| gives_its_value(expr, part))),
        }
    }

    /// What is in a node that touches the range, each part with the path that it has.
    fn parts<'p>(&mut self, node: &SyntaxNode, path: impl Fn(&SyntaxNode) -> OptionPath<'p>) {
        if ast::LetIn::can_cast(node.kind()) || ast::LegacyLet::can_cast(node.kind()) {
            self.entries(node, None);
        }
        for part in children_in(node, self.range) {
            self.part(&part, path(&part));
        }
    }

    fn part(&mut self, part: &SyntaxNode, path: OptionPath<'_>) {
        match ast::Expr::cast(part.clone()) {
            Some(expr) => self.expression(&expr, path),
            None if ast::Entry::can_cast(part.kind()) => {}
            None => self.parts(part, |_| None),
        }
    }

    fn entries(&mut self, set: &SyntaxNode, path: OptionPath<'_>) {
        for entry in children_in(set, self.range) {
            if self.tokens.len() >= self.most {
                return;
            }
            match ast::Entry::cast(entry) {
                Some(ast::Entry::AttrpathValue(binding)) => self.binding(&binding, path),
                Some(ast::Entry::Inherit(inherit)) => self.inherit(&inherit, path),
                None => {}
            }
        }
    }

    fn binding(&mut self, binding: &ast::AttrpathValue, path: OptionPath<'_>) {
        let mut path = path.map(<[SmolStr]>::to_vec);
        for attr in binding.attrpath().into_iter().flat_map(|attrpath| attrpath.attrs()) {
            // Behind a dot that ends a line a name is still to come: this is not it.
            if begins_line(attr.syntax()) {
                return;
            }
            self.name_in(path.as_deref(), At::Key, attr.syntax());
            path = path.zip(attr_text(&attr)).map(|(mut path, name)| {
                path.push(name);
                within_clan(path)
            });
        }
        if let Some(value) = binding.value().filter(|it| self.touches(it.syntax().text_range())) {
            self.expression(&value, path.as_deref());
        }
    }

    fn inherit(&mut self, inherit: &ast::Inherit, path: OptionPath<'_>) {
        if let Some(from) = inherit.from() {
            self.part(from.syntax(), None);
        }
        for attr in inherit.attrs() {
            self.name_in(path, At::Key, attr.syntax());
        }
    }

    fn path_of_set(&self, set: &SyntaxNode) -> Option<Vec<SmolStr>> {
        let range = FileRange { file: self.file, range: set.text_range() };
        let guessed = || self.guess.as_ref().filter(|(it, _)| it == set).map(|(_, path)| path);
        self.clan.mounts.get(&range).or_else(guessed).cloned().map(within_clan)
    }

    /// A name at a place of an option, if it is one of those that are told.
    fn name_in(&mut self, path: OptionPath<'_>, at: At, node: &SyntaxNode) {
        let Some(path) = path.filter(|path| !path.is_empty()) else { return };
        let Some((name, range)) = written_name(node, at) else { return };
        if !self.touches(range) {
            return;
        }
        let path: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
        if let Some((kind, declares)) = meaning(&path, at, &name) {
            let built_in = self.is_built_in(kind, &path, &name) && !declares;
            self.tokens.push(SemanticToken { range, kind, declares, built_in });
        }
    }

    fn is_built_in(&self, kind: TokenKind, path: &[&str], name: &str) -> bool {
        match (kind, path) {
            (TokenKind::Tag, _) => is_built_in(name),
            (TokenKind::Service, ["inventory", "instances", instance, ..]) => {
                let instance = self.clan.instances.get(instance);
                let provider = instance.and_then(|it| self.clan.provider(&it.module));
                provider == Some(Provider::ClanCore)
            }
            _ => false,
        }
    }

    /// The inputs that `flake.nix` lists.
    fn inputs(&mut self, flake: &ast::Expr) {
        for attr in flake::listed_inputs(flake) {
            let Some((_, range)) = written_name(attr.syntax(), At::Key) else { continue };
            if self.touches(range) {
                let (kind, declares) = (TokenKind::Input, true);
                self.tokens.push(SemanticToken { range, kind, declares, built_in: false });
            }
        }
    }

    fn touches(&self, range: TextRange) -> bool {
        range.start() < self.range.end() && self.range.start() < range.end()
    }
}

/// What a name at a place names, and whether it makes the thing.
fn meaning(path: &[&str], at: At, name: &str) -> Option<(TokenKind, bool)> {
    match (Subject::at(path, at), path) {
        (Some(Subject::Machine), path) => {
            Some((TokenKind::Machine, path.last() == Some(&"machines") && path.len() <= 2))
        }
        (Some(Subject::Tag), path) => Some((TokenKind::Tag, path == ["inventory", "tags"])),
        (Some(Subject::Instance), _) => Some((TokenKind::Instance, true)),
        (Some(Subject::Module { .. }), _) => Some((TokenKind::Service, false)),
        (Some(Subject::Role { .. }), _) => Some((TokenKind::Role, false)),
        (Some(Subject::Input), _) => Some((TokenKind::Input, false)),
        (None, ["modules"]) if at == At::Key => Some((TokenKind::Service, true)),
        (None, path) => {
            let path = [path, &[name]].concat();
            let below = SettingsPath::of(&path).is_some_and(|path| !path.below.is_empty());
            (at == At::Key && below).then_some((TokenKind::Setting, false))
        }
    }
}

/// A name as it is written, without quotes. A value or an item is one only as a string.
fn written_name(node: &SyntaxNode, at: At) -> Option<(SmolStr, TextRange)> {
    let Some(string) = ast::Str::cast(node.clone()) else {
        let ident = ast::Ident::cast(node.clone()).filter(|_| at == At::Key)?;
        let token = ident.ident_token()?;
        return Some((SmolStr::new(token.text()), token.text_range()));
    };
    let name =
        string_text(&string).filter(|text| !text.is_empty() && !text.contains(['\n', '\r']))?;
    let tokens = node.children_with_tokens().filter_map(NodeOrToken::into_token);
    let content = tokens.filter(|token| token.kind() == SyntaxKind::TOKEN_STRING_CONTENT);
    let range = content.map(|token| token.text_range()).reduce(TextRange::cover)?;
    Some((name, range))
}

/// Does a line end right before a name?
fn begins_line(name: &SyntaxNode) -> bool {
    let before = name.prev_sibling_or_token().and_then(NodeOrToken::into_token);
    before.is_some_and(|token| token.kind().is_trivia() && token.text().contains('\n'))
}

/// Does the value of an expression come from this part of it as it is?
fn gives_its_value(expr: &ast::Expr, part: &SyntaxNode) -> bool {
    let is = |it: Option<ast::Expr>| it.is_some_and(|it| it.syntax() == part);
    match expr {
        ast::Expr::Paren(_) | ast::Expr::Lambda(_) => true,
        ast::Expr::LetIn(let_in) => is(let_in.body()),
        ast::Expr::With(with) => is(with.body()),
        ast::Expr::Assert(assert) => is(assert.body()),
        ast::Expr::IfElse(choice) => !is(choice.condition()),
        ast::Expr::BinOp(operation) => {
            matches!(operation.operator(), Some(ast::BinOpKind::Update | ast::BinOpKind::Concat))
        }
        _ => false,
    }
}

/// The nodes right below one that touch a range. Those before it are not looked at.
fn children_in(node: &SyntaxNode, range: TextRange) -> impl Iterator<Item = SyntaxNode> {
    let start = range.start().max(node.text_range().start());
    let inside = start < range.end() && start < node.text_range().end();
    let at_start = TextRange::at(start, TextSize::new(1));
    let first = inside.then(|| node.child_or_token_at_range(at_start)).flatten();
    let elements = successors(first, SyntaxElement::next_sibling_or_token);
    let elements = elements.take_while(move |it| it.text_range().start() < range.end());
    elements.filter_map(NodeOrToken::into_node)
}
