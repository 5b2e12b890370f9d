//! Texts that are read: numbers, versions, JSON.

use super::Generator;

impl Generator {
    /// A function that reads a text, and a text that is made for it.
    pub(crate) fn reading(&mut self) -> String {
        match self.below(8) {
            0 => format!("(builtins.fromJSON {})", self.quoted(12, &JSON)),
            1 => format!(
                "(builtins.fromJSON \"[{}]\")",
                self.letters(6, &["0", "1", "9", "-", ".", "e", "E", "+"])
            ),
            2 => format!("(builtins.splitVersion {})", self.quoted(8, &VERSION)),
            3 => format!(
                "(builtins.compareVersions {} {})",
                self.quoted(6, &VERSION),
                self.quoted(6, &VERSION)
            ),
            4 => format!("(builtins.parseDrvName {})", self.quoted(8, &VERSION)),
            5 => {
                let texts =
                    [self.quoted(2, &LETTERS), self.quoted(2, &LETTERS), self.quoted(2, &LETTERS)];
                let [first, second, third] = texts;
                let text = self.quoted(6, &LETTERS);
                format!("(builtins.replaceStrings [ {first} {second} ] [ {third} \"x\" ] {text})")
            }
            6 => format!(
                "(map (f: f {}) [ baseNameOf dirOf ])",
                self.quoted(6, &["a", "b", "/", "."])
            ),
            _ => format!(
                "(builtins.substring {} {} {})",
                self.below(6),
                self.pick(&["(-1)", "0", "1", "3"]),
                self.quoted(6, &LETTERS)
            ),
        }
    }

    pub(super) fn version(&mut self) -> String {
        self.quoted(6, &VERSION)
    }

    fn letters(&mut self, most: usize, of: &[&str]) -> String {
        let count = self.below(most + 1);
        (0..count).map(|_| self.pick(of)).collect()
    }

    fn quoted(&mut self, most: usize, of: &[&str]) -> String {
        format!("\"{}\"", self.letters(most, of))
    }
}

const LETTERS: [&str; 6] = ["a", "b", "ab", "", "é", "c"];

const VERSION: [&str; 12] =
    ["1", "2", "0", "10", ".", "-", "a", "pre", "rc", "99999999999", "b", "_"];

/// Pieces of JSON, in quotes of Nix.
const JSON: [&str; 16] = [
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    " ",
    "1",
    "-",
    "null",
    "true",
    "\\\"a\\\"",
    "\\\"\\\\n\\\"",
    "\\\"",
    "0.5",
    "\\n",
];
