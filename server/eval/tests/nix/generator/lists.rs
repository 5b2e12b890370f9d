//! Lists of numbers.

use super::{Generator, NAMES, Type};

impl Generator {
    pub(super) fn ints(&mut self, depth: u32) -> String {
        match self.below(15) {
            0 | 1 => format!("[ {} {} ]", self.make(Type::Int, depth), self.make(Type::Int, depth)),
            2 => format!("({} ++ {})", self.make(Type::Ints, depth), self.make(Type::Ints, depth)),
            3 => {
                let body = self.within("x", Type::Int, Type::Int, depth);
                format!("(map (x: {body}) {})", self.make(Type::Ints, depth))
            }
            4 => {
                let test = self.within("x", Type::Int, Type::Bool, depth);
                format!("(builtins.filter (x: {test}) {})", self.make(Type::Ints, depth))
            }
            5 => {
                let body = self.within("x", Type::Int, Type::Int, depth);
                format!("(builtins.genList (x: {body}) {})", self.below(4))
            }
            6 => format!(
                "(builtins.sort (x: y: x {} y) {})",
                self.pick(&["<", ">"]),
                self.make(Type::Ints, depth)
            ),
            7 => {
                let body = self.within("x", Type::Int, Type::Ints, depth);
                format!("(builtins.concatMap (x: {body}) {})", self.make(Type::Ints, depth))
            }
            8 => format!("(builtins.tail ({} ++ [ 4 ]))", self.make(Type::Ints, depth)),
            9 => format!(
                "(builtins.concatLists [ {} {} ])",
                self.make(Type::Ints, depth),
                self.make(Type::Ints, depth)
            ),
            10 => format!("(builtins.attrValues {})", self.make(Type::Set, depth)),
            11 => format!(
                "(builtins.catAttrs \"{}\" [ {} {} ])",
                self.pick(&NAMES),
                self.make(Type::Set, depth),
                self.make(Type::Set, depth)
            ),
            12 => {
                let test = self.within("x", Type::Int, Type::Bool, depth);
                let side = self.pick(&["right", "wrong"]);
                format!("(builtins.partition (x: {test}) {}).{side}", self.make(Type::Ints, depth))
            }
            13 => format!(
                "(map (x: x.key) (builtins.genericClosure {{ startSet = map (key: {{ inherit key; }}) {}; \
                 operator = x: if x.key > 3 || x.key < 0 then [ ] else [ {{ key = x.key + 2; }} ]; }}))",
                self.make(Type::Ints, depth)
            ),
            _ => format!("(map builtins.stringLength {})", self.make(Type::Texts, depth)),
        }
    }
}
