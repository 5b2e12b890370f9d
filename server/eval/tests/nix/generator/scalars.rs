//! Numbers and truth values.

use super::{Generator, NAMES, TYPES, Type};

impl Generator {
    pub(super) fn int(&mut self, depth: u32) -> String {
        match self.below(14) {
            0..=2 => {
                let operator = self.pick(&["+", "-", "*", "/"]);
                format!(
                    "({} {operator} {})",
                    self.make(Type::Int, depth),
                    self.make(Type::Int, depth)
                )
            }
            3 => {
                let name = self.pick(&["add", "sub", "mul", "div", "bitAnd", "bitOr", "bitXor"]);
                format!(
                    "(builtins.{name} {} {})",
                    self.make(Type::Int, depth),
                    self.make(Type::Int, depth)
                )
            }
            4 => {
                let kind = self.pick(&[Type::Ints, Type::Texts]);
                format!("(builtins.length {})", self.make(kind, depth))
            }
            5 => format!("(builtins.stringLength {})", self.make(Type::Text, depth)),
            6 => format!(
                "(builtins.foldl' (s: i: s {} i) {} {})",
                self.pick(&["+", "*", "-"]),
                self.make(Type::Int, depth),
                self.make(Type::Ints, depth)
            ),
            7 => format!(
                "(builtins.compareVersions {} {})",
                self.version_like(depth),
                self.version_like(depth)
            ),
            8 => {
                let round = self.pick(&["ceil", "floor"]);
                let float = self.pick(&["1.5", "(-1.5)", "2.0", "0.1", "(-0.2)", "3", "1.0e3"]);
                format!("(builtins.{round} ({float} + {}))", self.make(Type::Int, depth))
            }
            9 | 10 => {
                let name = self.pick(&NAMES);
                format!(
                    "({}.\"{name}\" or {})",
                    self.make(Type::Set, depth),
                    self.make(Type::Int, depth)
                )
            }
            11 => format!("(builtins.head ({} ++ [ 9 ]))", self.make(Type::Ints, depth)),
            12 => format!("(-{})", self.make(Type::Int, depth)),
            _ => {
                let list = self.make(Type::Ints, depth);
                format!("(builtins.elemAt ({list} ++ [ 7 8 ]) {})", self.below(3))
            }
        }
    }

    pub(super) fn bool(&mut self, depth: u32) -> String {
        let kind = self.pick(&TYPES);
        match self.below(14) {
            0 => format!("(!{})", self.make(Type::Bool, depth)),
            1 => {
                let operator = self.pick(&["&&", "||", "->"]);
                format!(
                    "({} {operator} {})",
                    self.make(Type::Bool, depth),
                    self.make(Type::Bool, depth)
                )
            }
            2 | 3 => {
                let operator = self.pick(&["==", "!="]);
                let other = if self.chance(80) { kind } else { self.pick(&TYPES) };
                format!("({} {operator} {})", self.make(kind, depth), self.make(other, depth))
            }
            4 | 5 => {
                let operator = self.pick(&["<", "<=", ">", ">="]);
                let kind = self.pick(&[Type::Int, Type::Text, Type::Ints, Type::Texts]);
                format!("({} {operator} {})", self.make(kind, depth), self.make(kind, depth))
            }
            6 => {
                let name = self.pick(&["any", "all"]);
                let test = self.within("x", Type::Int, Type::Bool, depth);
                format!("(builtins.{name} (x: {test}) {})", self.make(Type::Ints, depth))
            }
            7 => format!(
                "(builtins.elem {} {})",
                self.make(Type::Int, depth),
                self.make(Type::Ints, depth)
            ),
            8 => format!(
                "(builtins.elem {} {})",
                self.make(Type::Text, depth),
                self.make(Type::Texts, depth)
            ),
            9 => {
                let name = self.pick(&["a", "b", "c.d", "\"z y\"", "${\"a\" + \"\"}"]);
                format!("({} ? {name})", self.make(Type::Set, depth))
            }
            10 => format!(
                "(builtins.hasAttr {} {})",
                self.make(Type::Text, depth),
                self.make(Type::Set, depth)
            ),
            11 => {
                let test = self.pick(&[
                    "isInt",
                    "isBool",
                    "isString",
                    "isList",
                    "isAttrs",
                    "isNull",
                    "isFloat",
                    "isFunction",
                    "isPath",
                ]);
                format!("(builtins.{test} {})", self.make(kind, depth))
            }
            12 => format!("(builtins.tryEval {}).success", self.make(kind, depth)),
            _ => format!(
                "(builtins.lessThan {} {})",
                self.make(Type::Int, depth),
                self.make(Type::Int, depth)
            ),
        }
    }
}
