//! Small expressions at random, most of them well typed.

mod lists;
mod regex;
mod scalars;
mod sets;
mod strings;

/// What an expression comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    Int,
    Bool,
    Text,
    Ints,
    Texts,
    /// A set of integers, with names among [`NAMES`].
    Set,
}

pub(crate) const TYPES: [Type; 6] =
    [Type::Int, Type::Bool, Type::Text, Type::Ints, Type::Texts, Type::Set];

/// Names of attributes.
pub(crate) const NAMES: [&str; 4] = ["a", "b", "c", "z y"];

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
        Generator {
            state: mixed ^ (mixed >> 27) | 1,
            scope: Vec::new(),
            holes: false,
            fails: seed % 8 == 0,
        }
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
            return self
                .pick(&["nope.x", "nope", "(", "{ a = ; }.a", "]", "f nope", "\"${nope}\""])
                .to_owned();
        }
        if self.fails && self.chance(5) {
            return self.failure();
        }
        let known: Vec<String> =
            self.scope.iter().filter(|it| it.1 == kind).map(|it| it.0.clone()).collect();
        if !known.is_empty() && self.chance(30) {
            return known[self.below(known.len())].clone();
        }
        if depth == 0 {
            return self.literal(kind);
        }
        if self.chance(30) {
            return self.construct(kind, depth - 1);
        }
        match kind {
            Type::Int => self.int(depth - 1),
            Type::Bool => self.bool(depth - 1),
            Type::Text => self.text(depth - 1),
            Type::Ints => self.ints(depth - 1),
            Type::Texts => self.texts(depth - 1),
            Type::Set => self.set(depth - 1),
        }
    }

    fn failure(&mut self) -> String {
        let failures =
            ["(throw \"t\")", "(abort \"a\")", "(1 / 0)", "(builtins.head [ ])", "{ }.missing"];
        self.pick(&failures).to_owned()
    }

    fn literal(&mut self, kind: Type) -> String {
        match kind {
            Type::Int => self.pick(&["0", "1", "2", "3", "7", "(-1)", "12", "100"]).to_owned(),
            Type::Bool => self.pick(&["true", "false"]).to_owned(),
            Type::Text => self.literal_text(),
            Type::Ints => {
                self.pick(&["[ ]", "[ 1 ]", "[ 3 1 2 ]", "[ 1 1 ]", "[ (-1) 5 ]"]).to_owned()
            }
            Type::Texts => self
                .pick(&[
                    "[ ]",
                    "[ \"a\" ]",
                    "[ \"b\" \"a\" \"b\" ]",
                    "[ \"\" \"c\" ]",
                    "[ \"ab\" \"a\" ]",
                ])
                .to_owned(),
            Type::Set => self
                .pick(&[
                    "{ }",
                    "{ a = 1; }",
                    "{ a = 1; b = 2; }",
                    "{ c = 3; a = 0; }",
                    "{ \"z y\" = 4; }",
                ])
                .to_owned(),
        }
    }

    /// An expression in which a name is in scope.
    fn within(&mut self, name: &str, bound: Type, kind: Type, depth: u32) -> String {
        self.scope.push((name.to_owned(), bound));
        let body = self.make(kind, depth);
        self.scope.pop();
        body
    }

    /// Constructs of the language that give any type.
    fn construct(&mut self, kind: Type, depth: u32) -> String {
        let other = self.pick(&TYPES);
        let name = self.pick(&["x", "y", "a", "b"]);
        match self.below(14) {
            0 => {
                let condition = self.make(Type::Bool, depth);
                format!(
                    "(if {condition} then {} else {})",
                    self.make(kind, depth),
                    self.make(kind, depth)
                )
            }
            1 | 2 => {
                let value = self.make(other, depth);
                format!("(let {name} = {value}; in {})", self.within(name, other, kind, depth))
            }
            3 => {
                let value = self.make(other, depth);
                format!("(({name}: {}) {value})", self.within(name, other, kind, depth))
            }
            4 => {
                let value = self.make(other, depth);
                // What `with` brings is hidden by the other names in scope.
                let hidden = self.scope.iter().any(|it| it.0 == name);
                let body = if hidden {
                    self.make(kind, depth)
                } else {
                    self.within(name, other, kind, depth)
                };
                format!("(with {{ {name} = {value}; }}; {body})")
            }
            5 => {
                let set = self.make(Type::Set, depth);
                let default = self.make(Type::Int, depth);
                self.scope.extend([("a".to_owned(), Type::Int), ("b".to_owned(), Type::Int)]);
                let body = self.make(kind, depth);
                self.scope.truncate(self.scope.len() - 2);
                let given = self.pick(&["a = 1; ", "a = 1; c = 2; ", "a = 1; b = 5; "]);
                format!("(({{ a, b ? {default}, ... }}@args: {body}) ({set} // {{ {given}}}))")
            }
            6 => {
                let condition =
                    if self.chance(70) { "true".to_owned() } else { self.make(Type::Bool, depth) };
                format!("(assert {condition}; {})", self.make(kind, depth))
            }
            7 => {
                let tried = self.make(kind, depth);
                let default = self.make(kind, depth);
                format!(
                    "(let t = builtins.tryEval {tried}; in if t.success then t.value else {default})"
                )
            }
            8 => {
                let before = self.make(other, depth);
                let seq = self.pick(&["seq", "deepSeq", "trace"]);
                format!("(builtins.{seq} {before} {})", self.make(kind, depth))
            }
            9 => {
                let value = self.make(kind, depth);
                format!("{{ {name}.n = {value}; q = 1; }}.{name}.n")
            }
            10 => {
                let value = self.make(kind, depth);
                let other_value = self.make(other, depth);
                format!(
                    "(rec {{ {name} = {other_value}; r = {value}; inherit (self) s; self.s = r; }}).s"
                )
            }
            11 => format!(
                "(builtins.elemAt [ {} {} ] {})",
                self.make(kind, depth),
                self.make(kind, depth),
                self.below(2)
            ),
            12 => format!("(builtins.fromJSON (builtins.toJSON {}))", self.make(kind, depth)),
            _ => {
                let value = self.make(kind, depth);
                let default = self.make(kind, depth);
                let key = self.pick(&["k", "l", "k.m"]);
                format!("({{ k = {value}; }}.{key} or {default})")
            }
        }
    }
}
