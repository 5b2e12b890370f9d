//! POSIX extended regular expressions, as Nix takes them, to those of the `regex-automata` crate.
//!
//! Nix hands them to the C++ library that it was built with. Those agree on the common ground; what
//! lies outside of it is not read.

use std::fmt::Write;

/// Deeper nesting than this is not read: it recurses on the stack.
const MAX_DEPTH: usize = 64;

/// More repetitions than this are not counted out.
const MAX_COUNT: u32 = 1_000;

/// A regular expression. To Nix texts are bytes, and so are patterns.
pub(super) struct Pattern {
    root: Node,
    /// How many groups it has.
    pub(super) groups: usize,
    /// Does it hold a choice, by whose order engines may differ?
    pub(super) chooses: bool,
}

enum Node {
    Byte(u8),
    Any,
    /// A class in the syntax of the crate.
    Class(String),
    Start,
    End,
    /// A group and its number, from 1.
    Group(Box<Node>, usize),
    Concat(Vec<Node>),
    Choice(Vec<Node>),
    Repeat(Box<Node>, Count),
}

#[derive(Clone, Copy)]
struct Count {
    least: u32,
    most: Option<u32>,
}

impl Pattern {
    /// Reads a pattern; `None` if it is wrong, or if Nix's engines could differ on it.
    pub(super) fn parse(text: &str) -> Option<Pattern> {
        Pattern::parse_for_a_yes(text).filter(|pattern| pattern.root.is_settled(Within::Once))
    }

    /// The same for who only asks whether a whole text matches: which group captures what does not
    /// count then.
    pub(super) fn parse_for_a_yes(text: &str) -> Option<Pattern> {
        let mut reader = Reader { rest: text.as_bytes(), groups: 0, depth: 0, chooses: false };
        let root = reader.choice()?;
        let Reader { rest, groups, chooses, .. } = reader;
        rest.is_empty().then_some(Pattern { root, groups, chooses })
    }

    /// The pattern in the syntax of the crate, `reversed` with the order of each choice turned.
    /// Groups are named `g1`, `g2`, … by their numbers.
    pub(super) fn translate(&self, reversed: bool) -> String {
        let mut out = String::new();
        self.root.write(reversed, &mut out);
        out
    }
}

/// In what a part of a pattern stands.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    /// It is met at most once.
    Once,
    /// In each round of a repetition.
    EachRound,
    /// In some rounds of a repetition: engines differ on what a group then keeps of others.
    SomeRounds,
}

impl Node {
    fn may_be_empty(&self) -> bool {
        match self {
            Node::Byte(_) | Node::Any | Node::Class(_) => false,
            Node::Start | Node::End => true,
            Node::Group(inner, _) => inner.may_be_empty(),
            Node::Concat(parts) => parts.iter().all(Node::may_be_empty),
            Node::Choice(parts) => parts.iter().any(Node::may_be_empty),
            Node::Repeat(inner, count) => count.least == 0 || inner.may_be_empty(),
        }
    }

    /// Is it clear what each group captures, and how often what may be empty is repeated?
    fn is_settled(&self, within: Within) -> bool {
        match self {
            Node::Group(inner, _) => within != Within::SomeRounds && inner.is_settled(within),
            Node::Concat(parts) => parts.iter().all(|part| part.is_settled(within)),
            Node::Choice(parts) => {
                let within = if within == Within::Once { within } else { Within::SomeRounds };
                parts.iter().all(|part| part.is_settled(within))
            }
            Node::Repeat(inner, count) => {
                let once = count.most == Some(1);
                let optional = count.least == 0 && within != Within::Once;
                let within = match within {
                    _ if optional => Within::SomeRounds,
                    Within::Once if !once => Within::EachRound,
                    within => within,
                };
                (once || !inner.may_be_empty()) && inner.is_settled(within)
            }
            _ => true,
        }
    }

    fn write(&self, reversed: bool, out: &mut String) {
        // Writing to a string does not fail.
        let _ = match self {
            Node::Byte(byte) => write!(out, r"\x{byte:02x}"),
            Node::Any => write!(out, r"[^\x00]"),
            Node::Class(class) => write!(out, "{class}"),
            Node::Start => write!(out, r"\A"),
            Node::End => write!(out, r"\z"),
            Node::Group(inner, number) => {
                let _ = write!(out, "(?P<g{number}>");
                inner.write(reversed, out);
                write!(out, ")")
            }
            Node::Concat(parts) => {
                parts.iter().for_each(|part| part.write(reversed, out));
                Ok(())
            }
            Node::Choice(parts) => {
                let mut order: Vec<&Node> = parts.iter().collect();
                if reversed {
                    order.reverse();
                }
                let _ = write!(out, "(?:");
                for (index, part) in order.into_iter().enumerate() {
                    out.push_str(if index > 0 { "|" } else { "" });
                    part.write(reversed, out);
                }
                write!(out, ")")
            }
            Node::Repeat(inner, Count { least, most }) => {
                let _ = write!(out, "(?:");
                inner.write(reversed, out);
                match most {
                    Some(most) => write!(out, "){{{least},{most}}}"),
                    None => write!(out, "){{{least},}}"),
                }
            }
        };
    }
}

/// What is left to be read of a pattern.
struct Reader<'p> {
    rest: &'p [u8],
    groups: usize,
    depth: usize,
    chooses: bool,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.rest.first() == Some(&byte);
        if found {
            self.next();
        }
        found
    }

    /// `a|b`, up to the end or a closing parenthesis.
    fn choice(&mut self) -> Option<Node> {
        let first = self.concat()?;
        let mut parts = vec![first];
        while self.take(b'|') {
            parts.push(self.concat()?);
        }
        self.chooses |= parts.len() > 1;
        Some(if parts.len() > 1 { Node::Choice(parts) } else { parts.pop()? })
    }

    fn concat(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        while !matches!(self.rest.first(), None | Some(b'|' | b')')) {
            let atom = self.atom()?;
            let anchor = matches!(atom, Node::Start | Node::End);
            match self.count()? {
                Some(_) if anchor => return None,
                Some(count) => parts.push(Node::Repeat(Box::new(atom), count)),
                None => parts.push(atom),
            }
            // What `a**` means is a matter of taste.
            if matches!(self.rest.first(), Some(b'*' | b'+' | b'?' | b'{')) {
                return None;
            }
        }
        Some(Node::Concat(parts))
    }

    fn atom(&mut self) -> Option<Node> {
        let node = match self.next()? {
            b'.' => Node::Any,
            b'^' => Node::Start,
            b'$' => Node::End,
            b'[' => Node::Class(self.class()?),
            b'(' => return self.group(),
            b'\\' => {
                let escaped = self.next()?;
                b".[\\()*+?{|^$".contains(&escaped).then_some(Node::Byte(escaped))?
            }
            b'*' | b'+' | b'?' | b'{' => return None,
            byte => Node::Byte(byte),
        };
        Some(node)
    }

    fn group(&mut self) -> Option<Node> {
        self.groups += 1;
        let number = self.groups;
        self.depth += 1;
        (self.depth <= MAX_DEPTH).then_some(())?;
        let inner = self.choice()?;
        self.depth -= 1;
        self.take(b')').then(|| Node::Group(Box::new(inner), number))
    }

    /// How often what stands before is repeated, if that is said: outer `None` if it is wrong.
    fn count(&mut self) -> Option<Option<Count>> {
        let (least, most) = match self.rest.first() {
            Some(b'*') => (0, None),
            Some(b'+') => (1, None),
            Some(b'?') => (0, Some(1)),
            Some(b'{') => return self.interval().map(Some),
            _ => return Some(None),
        };
        self.next();
        Some(Some(Count { least, most }))
    }

    /// `{2}`, `{2,}`, `{2,3}`
    fn interval(&mut self) -> Option<Count> {
        self.take(b'{');
        let least = self.number()?;
        let most = match self.next()? {
            b'}' => Some(least),
            b',' if self.take(b'}') => None,
            b',' => {
                let most = self.number()?;
                self.take(b'}').then_some(Some(most))?
            }
            _ => return None,
        };
        let sound = most.is_none_or(|most| most >= least && most > 0);
        sound.then_some(Count { least, most })
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.rest.first().filter(|byte| byte.is_ascii_digit()) {
            number = Some(number.unwrap_or(0) * 10 + u32::from(digit - b'0'));
            (number? <= MAX_COUNT).then_some(())?;
            self.next();
        }
        number
    }

    /// What stands in brackets, where a backslash is a character like any other.
    fn class(&mut self) -> Option<String> {
        let mut out = String::from(if self.take(b'^') { "[^" } else { "[" });
        let mut first = true;
        loop {
            match self.next()? {
                b']' if !first => break,
                b'[' if self.rest.first() == Some(&b':') => out.push_str(&self.named_class()?),
                // `[.a.]`, `[=a=]` depend on the machine's language.
                b'[' if matches!(self.rest.first(), Some(b'.' | b'=')) => return None,
                start => {
                    let end = self.range_end(start)?;
                    (start.is_ascii() && end.is_ascii() && start <= end).then_some(())?;
                    let _ = write!(out, r"\x{start:02x}-\x{end:02x}");
                }
            }
            first = false;
        }
        out.push(']');
        Some(out)
    }

    /// Where a range ends that begins with this byte; there itself if none does.
    fn range_end(&mut self, start: u8) -> Option<u8> {
        match self.rest {
            // A dash at the end is a dash.
            [b'-', b']', ..] => Some(start),
            [b'-', b'[' | b'-', ..] => None,
            [b'-', end, rest @ ..] => {
                self.rest = rest;
                Some(*end)
            }
            _ => Some(start),
        }
    }

    /// `[:alpha:]`, whose first bracket is read.
    fn named_class(&mut self) -> Option<String> {
        const NAMES: [&str; 12] = [
            "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
            "space", "upper", "xdigit",
        ];
        let found = NAMES.iter().find_map(|name| {
            let after = self.rest.strip_prefix(b":")?.strip_prefix(name.as_bytes())?;
            Some((name, after.strip_prefix(b":]")?))
        });
        let (name, rest) = found?;
        self.rest = rest;
        Some(format!("[:{name}:]"))
    }
}
