//! Sets of numbers.

use super::{Generator, NAMES, Type};

impl Generator {
    pub(super) fn set(&mut self, depth: u32) -> String {
        match self.below(16) {
            0 => format!(
                "{{ a = {}; b = {}; }}",
                self.make(Type::Int, depth),
                self.make(Type::Int, depth)
            ),
            1 => {
                let value = self.make(Type::Int, depth);
                let other = self.within("a", Type::Int, Type::Int, depth);
                format!("(rec {{ a = {value}; b = {other}; }})")
            }
            2 | 3 => {
                format!("({} // {})", self.make(Type::Set, depth), self.make(Type::Set, depth))
            }
            4 => {
                let body = self.within("x", Type::Int, Type::Int, depth);
                format!("(builtins.mapAttrs (n: x: {body}) {})", self.make(Type::Set, depth))
            }
            5 => format!(
                "(removeAttrs {} {})",
                self.make(Type::Set, depth),
                self.make(Type::Texts, depth)
            ),
            6 => format!(
                "(builtins.intersectAttrs {} {})",
                self.make(Type::Set, depth),
                self.make(Type::Set, depth)
            ),
            7 => {
                let value = self.within("name", Type::Text, Type::Int, depth);
                format!(
                    "(builtins.listToAttrs (map (name: {{ inherit name; value = {value}; }}) {}))",
                    self.make(Type::Texts, depth)
                )
            }
            8 => {
                let group = self.within("x", Type::Int, Type::Text, depth);
                format!(
                    "(builtins.mapAttrs (n: builtins.length) (builtins.groupBy (x: {group}) {}))",
                    self.make(Type::Ints, depth)
                )
            }
            9 => format!(
                "(builtins.zipAttrsWith (n: v: builtins.length v) [ {} {} ])",
                self.make(Type::Set, depth),
                self.make(Type::Set, depth)
            ),
            10 => format!(
                "(let s = {}; in {{ inherit (s // {{ a = 1; }}) a; }})",
                self.make(Type::Set, depth)
            ),
            11 => format!(
                "{{ ${{{}}} = {}; }}",
                self.make(Type::Text, depth),
                self.make(Type::Int, depth)
            ),
            12 => format!("{{ \"{}\" = {}; }}", self.pick(&NAMES), self.make(Type::Int, depth)),
            13 => format!(
                "(builtins.mapAttrs (n: x: if x then 1 else 0) (builtins.functionArgs ({{ a, b ? 1, ... }}: {})))",
                self.make(Type::Int, depth)
            ),
            14 => format!(
                "(builtins.fromJSON {})",
                self.pick(&[
                    "\"{\\\"a\\\": 1, \\\"b\\\": 2, \\\"a\\\": 3}\"",
                    "''{\"a\":-0}''",
                    "''{ \"\\u00e9\" : 10 }''",
                    "''{\"a\":1,}''",
                    "''{\"a\":01}''",
                    "''{}''",
                    "'' {\"b\":9007199254740993}  ''",
                    "''{\"a\":\"x''",
                ])
            ),
            _ => format!(
                "(fromTOML {})",
                self.pick(&["''a = 1\nb = 0x10''", "''\"z y\" = 1_000''", "''''", "''a = ''"])
            ),
        }
    }
}
