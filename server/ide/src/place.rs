//! Where in the inventory a cursor stands: the option path of the text around it.
//!
//! The path is read off the syntax: the attribute paths from the cursor outwards, up to a literal
//! set of which evaluation knows what it defines (a mount). That holds in half-typed text too,
//! where nothing evaluates.

mod ground;
mod siblings;
mod written;

use eval::{FileId, FilePosition};
use inventory::{is_outside, within_clan};
use smol_str::SmolStr;
use syntax::{
    AstNode, Parse, SyntaxKind, SyntaxNode, SyntaxToken, TextRange, TextSize, TokenAtOffset, ast,
};

pub(crate) use ground::{Ground, ground, outermost_set};
pub(crate) use siblings::siblings;
pub(crate) use written::{Piece, literal_set};

/// A cursor's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The option path around the cursor, outermost first: of the set whose key it is, or of the
    /// value that it stands in.
    pub(crate) path: Vec<SmolStr>,
    /// What the cursor stands in.
    pub(crate) at: At,
    /// The text that names something there; empty at the cursor when there is none.
    pub(crate) name: Name,
    /// For a key: is something bound to it already, or does its path go on?
    pub(crate) bound: bool,
}

impl Spot {
    /// The machine in whose own list of tags it is.
    pub(crate) fn machine_of_tags(&self) -> Option<&SmolStr> {
        match self.path.as_slice() {
            [inventory, machines, machine, tags] => {
                let names = [inventory, machines, tags].map(SmolStr::as_str);
                (names == ["inventory", "machines", "tags"] && self.at == At::Item)
                    .then_some(machine)
            }
            _ => None,
        }
    }
}

/// What a cursor stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    /// A name in an attribute path, or the place of one.
    Key,
    /// The value of an option.
    Value,
    /// An item of a list that is the value of an option.
    Item,
}

/// A name as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Without quotes; empty when it is computed.
    pub(crate) text: SmolStr,
    /// With quotes, in bytes.
    pub(crate) range: TextRange,
    /// The text between the quotes, if it has any.
    pub(crate) inside_quotes: Option<TextRange>,
}

/// The place of a cursor; `None` where no option can stand.
pub(crate) fn spot(parse: &Parse, ground: &Ground, at: FilePosition) -> Option<Spot> {
    let mut spot = written_spot(parse, ground, at)?;
    spot.path = within_clan(spot.path);
    (!is_outside(&spot.path)).then_some(spot)
}

/// The place of a cursor by the path that is written around it, from the flake's module if need be.
fn written_spot(parse: &Parse, ground: &Ground, at: FilePosition) -> Option<Spot> {
    let root = parse.syntax();
    if in_comment(&root, at.offset) {
        return None;
    }
    let token = token_at(&root, at.offset)?;
    if ends_a_value(&token, at.offset) {
        return None;
    }
    let reader = Reader { parse, ground, at };
    let mut nodes = token.parent_ancestors();
    let node = nodes.find(|node| {
        use SyntaxKind::{
            NODE_ATTR_SET, NODE_ATTRPATH, NODE_ATTRPATH_VALUE, NODE_IDENT, NODE_INHERIT, NODE_LIST,
            NODE_STRING,
        };
        let is_name = matches!(node.kind(), NODE_IDENT | NODE_STRING)
            && node.parent().is_some_and(|parent| parent.kind() == NODE_ATTRPATH);
        !is_name
            && matches!(
                node.kind(),
                NODE_ATTRPATH
                    | NODE_STRING
                    | NODE_IDENT
                    | NODE_INHERIT
                    | NODE_LIST
                    | NODE_ATTRPATH_VALUE
                    | NODE_ATTR_SET
            )
    })?;
    match node.kind() {
        SyntaxKind::NODE_ATTRPATH => reader.key(&ast::Attrpath::cast(node)?),
        SyntaxKind::NODE_STRING | SyntaxKind::NODE_IDENT => {
            reader.value_of(&node, reader.name(&node))
        }
        SyntaxKind::NODE_LIST => reader.inside_list(&ast::List::cast(node)?, reader.no_name()),
        SyntaxKind::NODE_ATTRPATH_VALUE => {
            let binding = ast::AttrpathValue::cast(node)?;
            let path = reader.path_of_binding(&binding)?;
            Some(Spot { path, at: At::Value, name: reader.no_name(), bound: false })
        }
        // What it names is bound elsewhere.
        SyntaxKind::NODE_INHERIT => None,
        _ => reader.blank(&token, &node),
    }
}

/// The token that a cursor belongs to: between two, the one that is part of a name.
pub(crate) fn token_at(root: &SyntaxNode, offset: TextSize) -> Option<SyntaxToken> {
    match root.token_at_offset(offset.min(root.text_range().end())) {
        TokenAtOffset::None => None,
        TokenAtOffset::Single(token) => Some(token),
        TokenAtOffset::Between(left, right) => {
            let left_counts = names_something(&left) || !names_something(&right);
            Some(if left_counts { left } else { right })
        }
    }
}

/// Does a set or a list end with this token, before the cursor? What is typed there belongs to
/// neither.
fn ends_a_value(token: &SyntaxToken, offset: TextSize) -> bool {
    matches!(token.kind(), SyntaxKind::TOKEN_R_BRACE | SyntaxKind::TOKEN_R_BRACK)
        && token.text_range().end() <= offset
}

/// Would what is typed here be part of a comment? That of a line goes on at its end.
fn in_comment(root: &SyntaxNode, offset: TextSize) -> bool {
    let is_comment = |token: &SyntaxToken| token.kind() == SyntaxKind::TOKEN_COMMENT;
    match root.token_at_offset(offset.min(root.text_range().end())) {
        TokenAtOffset::None => false,
        TokenAtOffset::Single(token) => {
            let at_end = token.text_range().end() <= offset;
            is_comment(&token) && (!at_end || token.text().starts_with('#'))
        }
        TokenAtOffset::Between(left, _) => is_comment(&left) && left.text().starts_with('#'),
    }
}

fn names_something(token: &SyntaxToken) -> bool {
    use SyntaxKind::{
        TOKEN_DOT, TOKEN_IDENT, TOKEN_STRING_CONTENT, TOKEN_STRING_END, TOKEN_STRING_START,
    };
    matches!(
        token.kind(),
        TOKEN_IDENT | TOKEN_STRING_CONTENT | TOKEN_STRING_START | TOKEN_STRING_END | TOKEN_DOT
    )
}

/// Reads option paths off a file's text.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'c> {
    parse: &'c Parse,
    ground: &'c Ground,
    at: FilePosition,
}

impl<'c> Reader<'c> {
    /// Reads a file, wherever a cursor may be.
    pub(crate) fn new(parse: &'c Parse, ground: &'c Ground, file: FileId) -> Reader<'c> {
        Reader { parse, ground, at: FilePosition { file, offset: TextSize::default() } }
    }

    /// The pieces of all options right below the option set `path`, in the literal that `set` is a
    /// part of. By place.
    pub(crate) fn below(self, set: &SyntaxNode, path: &[SmolStr]) -> Vec<Piece> {
        written::below(self, set, path)
    }

    /// The option path of a name in a binding's path, that name included.
    pub(crate) fn path_of_attr(self, attr: &ast::Attr) -> Option<Vec<SmolStr>> {
        let attrpath = ast::Attrpath::cast(attr.syntax().parent()?)?;
        let set = attrpath.syntax().parent()?.parent()?;
        let mut path = self.path_of_set(&set)?;
        for it in attrpath.attrs() {
            path.push(attr_text(&it)?);
            if it == *attr {
                return Some(within_clan(path));
            }
        }
        None
    }

    /// A cursor in an attribute path: the names before it are the path, the one at it is the name.
    fn key(self, attrpath: &ast::Attrpath) -> Option<Spot> {
        let binding = ast::AttrpathValue::cast(attrpath.syntax().parent()?)?;
        let mut path = self.path_of_set(&binding.syntax().parent()?)?;
        let mut name = self.no_name();
        let mut bound = binding.assign_token().is_some() || binding.value().is_some();
        for attr in attrpath.attrs() {
            let range = attr.syntax().text_range();
            if range.start() > self.at.offset {
                break;
            }
            if range.contains_inclusive(self.at.offset) {
                name = self.name(attr.syntax());
                bound |= attrpath.syntax().text_range().end() > range.end();
                break;
            }
            path.push(attr_text(&attr)?);
        }
        Some(Spot { path, at: At::Key, name, bound })
    }

    /// A cursor in an expression that is a value or an item of a list.
    fn value_of(self, node: &SyntaxNode, name: Name) -> Option<Spot> {
        let parent = node.parent()?;
        match parent.kind() {
            SyntaxKind::NODE_LIST => self.inside_list(&ast::List::cast(parent)?, name),
            SyntaxKind::NODE_ATTRPATH_VALUE => {
                let path = self.path_of_binding(&ast::AttrpathValue::cast(parent)?)?;
                Some(Spot { path, at: At::Value, name, bound: false })
            }
            _ => None,
        }
    }

    fn inside_list(self, list: &ast::List, name: Name) -> Option<Spot> {
        let binding = ast::AttrpathValue::cast(list.syntax().parent()?)?;
        let path = self.path_of_binding(&binding)?;
        Some(Spot { path, at: At::Item, name, bound: false })
    }

    /// A cursor between the bindings of a set, or behind one that is not finished.
    fn blank(self, token: &SyntaxToken, set: &SyntaxNode) -> Option<Spot> {
        let written = std::iter::successors(Some(token.clone()), SyntaxToken::prev_token)
            .find(|token| !token.kind().is_trivia())?;
        let before = written.parent()?;
        if written.text_range().end() <= self.at.offset {
            match written.kind() {
                SyntaxKind::TOKEN_ASSIGN => {
                    let path = self.path_of_binding(&ast::AttrpathValue::cast(before)?)?;
                    return Some(Spot { path, at: At::Value, name: self.no_name(), bound: false });
                }
                SyntaxKind::TOKEN_DOT => return self.key(&ast::Attrpath::cast(before)?),
                _ => {}
            }
        }
        let inside = set.first_token().is_some_and(|t| t.text_range().end() <= self.at.offset);
        let path = inside.then(|| self.path_of_set(set))??;
        Some(Spot { path, at: At::Key, name: self.no_name(), bound: false })
    }

    pub(crate) fn path_of_binding(self, binding: &ast::AttrpathValue) -> Option<Vec<SmolStr>> {
        let mut path = self.path_of_set(&binding.syntax().parent()?)?;
        for attr in binding.attrpath()?.attrs() {
            path.push(attr_text(&attr)?);
        }
        Some(within_clan(path))
    }

    /// The option path that a literal set defines. Where evaluation never came, the text around it
    /// is all there is, up to a set of which it is known. What names bind and what functions take
    /// and give is no option of the set around them.
    pub(crate) fn path_of_set(self, set: &SyntaxNode) -> Option<Vec<SmolStr>> {
        if !ast::AttrSet::can_cast(set.kind()) {
            return None;
        }
        let range = eval::FileRange { file: self.at.file, range: set.text_range() };
        if let Some(path) = self.ground.clan.mounts.get(&range) {
            return Some(path.clone());
        }
        if let Some(guess) = &self.ground.guess
            && outermost_set(self.parse).as_ref() == Some(set)
        {
            return Some(guess.clone());
        }
        let mut node = set.parent()?;
        loop {
            match node.kind() {
                SyntaxKind::NODE_ATTRPATH_VALUE => {
                    return self.path_of_binding(&ast::AttrpathValue::cast(node)?);
                }
                SyntaxKind::NODE_LIST
                | SyntaxKind::NODE_APPLY
                | SyntaxKind::NODE_LAMBDA
                | SyntaxKind::NODE_LET_IN
                | SyntaxKind::NODE_LEGACY_LET => return None,
                _ => node = node.parent()?,
            }
        }
    }

    fn name(self, node: &SyntaxNode) -> Name {
        let range = node.text_range();
        let Some(string) = ast::Str::cast(node.clone()) else {
            return Name { text: SmolStr::new(node.to_string()), range, inside_quotes: None };
        };
        let text = string_text(&string).unwrap_or_default();
        let (first, last) = (node.first_token(), node.last_token());
        let start = first.map_or(range.start(), |token| token.text_range().end());
        // One that goes over lines is closed by the next string's quote: it is being typed.
        let closed = last.is_some_and(|token| token.kind() == SyntaxKind::TOKEN_STRING_END)
            && !node.text().contains_char('\n');
        let end = if closed { range.end() - TextSize::of('"') } else { self.at.offset };
        let inside = TextRange::new(start, end.max(start));
        Name { text, range, inside_quotes: Some(inside) }
    }

    fn no_name(self) -> Name {
        let range = TextRange::empty(self.at.offset);
        Name { text: SmolStr::default(), range, inside_quotes: None }
    }
}

/// The name that an attribute is, if the text tells it.
pub(crate) fn attr_text(attr: &ast::Attr) -> Option<SmolStr> {
    match attr {
        ast::Attr::Ident(ident) => Some(SmolStr::new(ident.ident_token()?.text())),
        ast::Attr::Str(string) => string_text(string),
        ast::Attr::Dynamic(_) => None,
    }
}

/// `None` when only evaluation tells what it says.
pub(crate) fn string_text(string: &ast::Str) -> Option<SmolStr> {
    if string.syntax().children().next().is_some() {
        return None;
    }
    let tokens = string.syntax().children_with_tokens().filter_map(syntax::NodeOrToken::into_token);
    let content = tokens.filter(|token| token.kind() == SyntaxKind::TOKEN_STRING_CONTENT);
    Some(content.map(|token| SmolStr::new(token.text())).collect::<Vec<_>>().concat().into())
}
