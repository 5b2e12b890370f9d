//! Small expressions at random, most of them well typed.

mod reading;
mod regex;
mod templates;

/// What an expression comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    Int,
    Bool,
    Text,
    Ints,
    Texts,
    /// A set of integers.
    Set,
}

const TYPES: [Type; 6] = [Type::Int, Type::Bool, Type::Text, Type::Ints, Type::Texts, Type::Set];

const FAILURES: [&str; 6] = [
    "(throw \"t\")",
    "(abort \"a\")",
    "(1 / 0)",
    "(builtins.head [ ])",
    "{ }.missing",
    "(assert false; 1)",
];

/// Unknown names, and text that can't be read.
const HOLES: [&str; 7] = ["nope.x", "nope", "(", "{ a = ; }.a", "]", "(nope 1)", "\"${nope}\""];

/// Makes one expression of a seed.
pub(crate) struct Generator {
    state: u64,
    /// The names in scope.
    scope: Vec<(String, Type)>,
    holes: bool,
    /// Does something in it fail, perhaps?
    fails: bool,
}

impl Generator {
    pub(crate) fn new(seed: u64) -> Generator {
        // Spreads neighbouring seeds (the finalizer of SplitMix64).
        let mixed = (seed ^ (seed >> 30)).wrapping_add(1).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let state = mixed ^ (mixed >> 27) | 1;
        Generator { state, scope: Vec::new(), holes: false, fails: seed.is_multiple_of(8) }
    }

    /// Also makes unknown names, and text that can't be read.
    pub(crate) fn with_holes(self) -> Generator {
        Generator { holes: true, ..self }
    }

    pub(crate) fn expression(&mut self) -> String {
        let kind = self.pick(&TYPES);
        self.make(kind, 4)
    }

    /// A number below `end` (xorshift64*).
    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let number = self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % end
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// An expression of a type, at most so deep.
    fn make(&mut self, kind: Type, depth: u32) -> String {
        if self.holes && self.chance(4) {
            return self.pick(&HOLES).to_owned();
        }
        if self.fails && self.chance(5) {
            return self.pick(&FAILURES).to_owned();
        }
        let known = self.scope.iter().filter(|it| it.1 == kind);
        let known: Vec<String> = known.map(|it| it.0.clone()).collect();
        if !known.is_empty() && self.chance(30) {
            return known[self.below(known.len())].clone();
        }
        if depth == 0 {
            return self.pick(templates::literals(kind)).to_owned();
        }
        let any = self.chance(30);
        let template = self.pick(if any { &templates::ANY } else { templates::of(kind) });
        self.fill(template, kind, depth - 1)
    }

    fn fill(&mut self, template: &str, kind: Type, depth: u32) -> String {
        let other = self.pick(&TYPES);
        let mut pieces = template.split('@');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|char: char| !(char.is_ascii_lowercase() || char == ':'));
            let (hole, rest) = piece.split_at(end.unwrap_or(piece.len()));
            let named = |name: &str| match name {
                "int" => Type::Int,
                "bool" => Type::Bool,
                "text" => Type::Text,
                "ints" => Type::Ints,
                "texts" => Type::Texts,
                "set" => Type::Set,
                "same" => kind,
                "other" => other,
                _ => panic!("`{name}` is no type: {template}"),
            };
            out += &match hole.split(':').collect::<Vec<_>>()[..] {
                ["pattern"] => self.pattern(),
                ["version"] => self.version(),
                [kind] => self.make(named(kind), depth),
                [name, bound, kind] => self.within(name, named(bound), named(kind), depth),
                _ => panic!("`{hole}` can't be filled: {template}"),
            };
            out += rest;
        }
        out
    }

    /// An expression in which a name is in scope.
    fn within(&mut self, name: &str, bound: Type, kind: Type, depth: u32) -> String {
        // What it hides is of another type, perhaps.
        let outer = self.scope.clone();
        self.scope.retain(|it| it.0 != name);
        self.scope.push((name.to_owned(), bound));
        let body = self.make(kind, depth);
        self.scope = outer;
        body
    }
}
