//! How well names fit what somebody types: all its letters have to be in the name, in order. A name
//! is the better, the more of them begin a word or follow each other, and the shorter it is.

/// More letters than these are not looked at.
const LONGEST: usize = 64;

const FIRST: u32 = 12;
const WORD_START: u32 = 8;
const CONSECUTIVE: u32 = 7;
const SAME_CASE: u32 = 1;

/// What was typed. Blanks do not count.
pub(crate) struct Fuzzy {
    query: Vec<char>,
    /// The best score of so many letters of the query in the name so far.
    best: Vec<Option<u32>>,
    /// The same, where the last of them is the name's last.
    ending: Vec<Option<u32>>,
}

impl Fuzzy {
    pub(crate) fn new(query: &str) -> Fuzzy {
        let query: Vec<char> =
            query.chars().filter(|char| !char.is_whitespace()).take(LONGEST).collect();
        let none = vec![None; query.len() + 1];
        Fuzzy { query, best: none.clone(), ending: none }
    }

    /// The higher, the better; `None` for a name that does not fit.
    pub(crate) fn score(&mut self, name: &str) -> Option<u32> {
        if self.query.is_empty() {
            return Some(0);
        }
        self.best.fill(None);
        self.ending.fill(None);
        // No letters of the query at all are anywhere.
        *self.best.first_mut()? = Some(0);
        let mut before = None;
        for char in name.chars().take(2 * LONGEST) {
            self.read(char, before);
            before = Some(char);
        }
        let length = u32::try_from(name.chars().take(99).count()).unwrap_or_default();
        Some(self.best.last().copied()?? * 100 + (99 - length))
    }

    /// Goes on to the next letter of the name.
    fn read(&mut self, char: char, before: Option<char>) {
        let start = match before {
            None => FIRST,
            Some(before) if begins_word(before, char) => WORD_START,
            Some(_) => 0,
        };
        // From the end, so that each letter of the query still sees what the name was before.
        for (number, &wanted) in self.query.iter().enumerate().rev() {
            let same = char == wanted;
            let fits = same || is_same_letter(char, wanted);
            let apart = self.best.get(number).copied().flatten();
            let together = self.ending.get(number).copied().flatten().map(|it| it + CONSECUTIVE);
            let bonus = 1 + start + if same { SAME_CASE } else { 0 };
            let score = apart.max(together).filter(|_| fits).map(|score| score + bonus);
            if let Some(ending) = self.ending.get_mut(number + 1) {
                *ending = score;
            }
            if let Some(best) = self.best.get_mut(number + 1) {
                *best = (*best).max(score);
            }
        }
    }
}

fn is_same_letter(a: char, b: char) -> bool {
    let plain = a.is_ascii() && b.is_ascii();
    a.eq_ignore_ascii_case(&b) || (!plain && a.to_lowercase().eq(b.to_lowercase()))
}

fn begins_word(before: char, char: char) -> bool {
    let humps = before.is_lowercase() && char.is_uppercase();
    let numbers = !before.is_numeric() && char.is_numeric();
    char.is_alphanumeric() && (!before.is_alphanumeric() || humps || numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that fit, the best first.
    fn fitting<'n>(query: &str, names: &[&'n str]) -> Vec<&'n str> {
        let mut fuzzy = Fuzzy::new(query);
        let mut fitting: Vec<_> =
            names.iter().filter_map(|name| Some((fuzzy.score(name)?, *name))).collect();
        fitting.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        fitting.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn all_letters_have_to_be_there_in_order() {
        assert_eq!(fitting("bs", &["backup-server", "sb", "b", ""]), ["backup-server"]);
        assert_eq!(fitting("", &["b", ""]), ["b", ""]);
    }

    #[test]
    fn the_beginning_is_better_than_a_word_and_that_than_the_middle() {
        let names = ["abserver", "my-server", "server-two", "server"];
        assert_eq!(fitting("serv", &names), ["server", "server-two", "my-server", "abserver"]);
        assert_eq!(
            fitting("sw", &["sweets", "disk-writer", "server-west"]),
            ["server-west", "sweets", "disk-writer"]
        );
    }

    #[test]
    fn the_case_decides_where_nothing_else_does() {
        assert_eq!(fitting("Jon", &["jon", "Jon"]), ["Jon", "jon"]);
        assert_eq!(fitting("É", &["é"]), ["é"]);
    }

    #[test]
    fn long_names_cost_no_more() {
        let name = "a".repeat(1_000_000);
        assert!(Fuzzy::new(&name).score(&name).is_some());
    }
}
