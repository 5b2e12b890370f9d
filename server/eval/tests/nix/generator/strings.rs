//! Texts and lists of them.

use super::{Generator, TYPES, Type};

impl Generator {
    pub(super) fn literal_text(&mut self) -> String {
        let texts = [
            "\"\"",
            "\"a\"",
            "\"b\"",
            "\"ab\"",
            "\"aab\"",
            "\"a-b\"",
            "\"a/b\"",
            "\"/a/b/\"",
            "\"a.b.c\"",
            "\"é\"",
            "\"1.2\"",
            "\"foo-1.2\"",
            "\"\\n\"",
            "\"\\\"q\\\"\"",
            "\"\\${a}\"",
            "\"$$\"",
            "''\n  x\n    y\n''",
            "''a ''$ b''",
            "\"\\\\\"",
            "\"\\ta\\r\"",
            "\"z y\"",
        ];
        self.pick(&texts).to_owned()
    }

    pub(super) fn version_like(&mut self, depth: u32) -> String {
        let versions = [
            "\"1.0\"",
            "\"1.0pre\"",
            "\"1.0-rc1\"",
            "\"2.3a\"",
            "\"2.3.1\"",
            "\"2.3\"",
            "\"1.10\"",
            "\"01.2\"",
            "\"99999999999\"",
            "\"5000000000.1\"",
            "\"a--b\"",
            "\"pre\"",
        ];
        if self.chance(20) { self.make(Type::Text, depth) } else { self.pick(&versions).to_owned() }
    }

    pub(super) fn text(&mut self, depth: u32) -> String {
        let kind = self.pick(&TYPES);
        match self.below(20) {
            0 | 1 => {
                format!("({} + {})", self.make(Type::Text, depth), self.make(Type::Text, depth))
            }
            2 | 3 => format!(
                "\"p${{{}}}-${{{}}}q\"",
                self.make(Type::Text, depth),
                self.make(Type::Text, depth)
            ),
            4 => {
                let (start, length) = (self.below(3), self.pick(&["0", "1", "2", "100", "(-1)"]));
                format!("(builtins.substring {start} {length} {})", self.make(Type::Text, depth))
            }
            5 => format!(
                "(builtins.concatStringsSep {} {})",
                self.make(Type::Text, depth),
                self.make(Type::Texts, depth)
            ),
            6 => {
                let from = self.pick(&[
                    "[ \"a\" ]",
                    "[ \"a\" \"b\" ]",
                    "[ \"\" ]",
                    "[ \"ab\" \"a\" ]",
                    "[ \"a\" \"\" ]",
                ]);
                let to = match from.matches('"').count() {
                    2 => format!("[ {} ]", self.make(Type::Text, depth)),
                    _ => format!(
                        "[ {} {} ]",
                        self.make(Type::Text, depth),
                        self.make(Type::Text, depth)
                    ),
                };
                format!("(builtins.replaceStrings {from} {to} {})", self.make(Type::Text, depth))
            }
            7 | 8 => {
                let kind = self.pick(&[Type::Int, Type::Bool, Type::Text, Type::Ints, Type::Texts]);
                format!("(toString {})", self.make(kind, depth))
            }
            9 => format!(
                "(toString [ {} null [ ] {} ])",
                self.make(Type::Ints, depth),
                self.make(Type::Texts, depth)
            ),
            10 | 11 => format!("(builtins.toJSON {})", self.make(kind, depth)),
            12 => {
                let hash = self.pick(&["md5", "sha1", "sha256", "sha512"]);
                format!("(builtins.hashString \"{hash}\" {})", self.make(Type::Text, depth))
            }
            13 => format!("(builtins.typeOf {})", self.make(kind, depth)),
            14 => format!(
                "({} {})",
                self.pick(&["baseNameOf", "dirOf"]),
                self.make(Type::Text, depth)
            ),
            15 => {
                let (pattern, text) = (self.pattern(), self.make(Type::Text, depth));
                format!("(builtins.toJSON (builtins.match {pattern} {text}))")
            }
            16 => {
                let (pattern, text) = (self.pattern(), self.make(Type::Text, depth));
                format!("(builtins.toJSON (builtins.split {pattern} {text}))")
            }
            17 => format!("(builtins.toJSON (builtins.parseDrvName {}))", self.version_like(depth)),
            18 => {
                let float = self.pick(&[
                    "0.5",
                    "1.25",
                    "(-0.0)",
                    "1.0e10",
                    "0.1",
                    "(1.0 / 3)",
                    "123456.7891",
                ]);
                format!("(toString ({float} * {}))", self.make(Type::Int, depth))
            }
            _ => format!(
                "(toString {{ __toString = self: self.t; t = {}; }})",
                self.make(Type::Text, depth)
            ),
        }
    }

    pub(super) fn texts(&mut self, depth: u32) -> String {
        match self.below(9) {
            0 => format!("[ {} {} ]", self.make(Type::Text, depth), self.make(Type::Text, depth)),
            1 => format!("(map toString {})", self.make(Type::Ints, depth)),
            2 => format!("(builtins.attrNames {})", self.make(Type::Set, depth)),
            3 => format!("(builtins.splitVersion {})", self.version_like(depth)),
            4 => {
                let (pattern, text) = (self.pattern(), self.make(Type::Text, depth));
                format!("(builtins.filter builtins.isString (builtins.split {pattern} {text}))")
            }
            5 => {
                format!("({} ++ {})", self.make(Type::Texts, depth), self.make(Type::Texts, depth))
            }
            6 => format!("(builtins.sort builtins.lessThan {})", self.make(Type::Texts, depth)),
            7 => {
                let body = self.within("x", Type::Text, Type::Text, depth);
                format!("(map (x: {body}) {})", self.make(Type::Texts, depth))
            }
            _ => {
                let body = self.within("x", Type::Text, Type::Texts, depth);
                format!("(builtins.concatMap (x: {body}) {})", self.make(Type::Texts, depth))
            }
        }
    }
}
