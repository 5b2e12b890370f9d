//! Regular expressions, as Nix texts.

use super::Generator;

impl Generator {
    pub(super) fn pattern(&mut self) -> String {
        if self.chance(30) {
            let patterns = [
                "\"\"",
                "\"(.*)-(.*)\"",
                "\"[[:space:]]*([a-z]+)[[:space:]]*\"",
                "\"(a|ab)(c|bcd)?(.*)\"",
                "\"[^/]+\"",
                "\"/\"",
                "\"(.*)\\\\.(.*)\"",
                "\"([0-9]+)\\\\.?\"",
                "\"[.-]\"",
                "\"(a)|(b)\"",
                "\"^a\"",
                "\"b$\"",
                "\"a{2}\"",
                "\"(a{1,2})b?\"",
                "\"[]a]+\"",
                "\"[a-]b\"",
                "\"(.*)?\"",
            ];
            return self.pick(&patterns).to_owned();
        }
        format!("\"{}\"", self.choice(3))
    }

    /// A pattern and a text made of the same few characters.
    pub(crate) fn matching(&mut self) -> String {
        let pattern = match self.chance(20) {
            true => self.pattern(),
            false => format!("\"{}\"", self.choice(1)),
        };
        let length = self.below(7);
        let text: String =
            (0..length).map(|_| self.pick(&["a", "a", "b", "c", "-", "/"])).collect();
        let name = self.pick(&["match", "split"]);
        format!("(builtins.{name} {pattern} \"{text}\")")
    }

    fn choice(&mut self, depth: u32) -> String {
        let first = self.concat(depth);
        if depth > 0 && self.chance(30) {
            return format!("{first}|{}", self.concat(depth));
        }
        first
    }

    fn concat(&mut self, depth: u32) -> String {
        let count = 1 + self.below(3);
        (0..count).map(|_| self.repeat(depth)).collect()
    }

    fn repeat(&mut self, depth: u32) -> String {
        let atom = match self.below(8) {
            0 | 1 if depth > 0 => format!("({})", self.choice(depth - 1)),
            2 => ".".to_owned(),
            3 => self.pick(&["[ab]", "[^a]", "[[:alpha:]]", "[a-c/]", "[0-9.]"]).to_owned(),
            _ => self.pick(&["a", "b", "-", "/", "c"]).to_owned(),
        };
        let count = self.pick(&["", "", "", "*", "+", "?", "{2}", "{1,2}"]);
        format!("{atom}{count}")
    }
}
