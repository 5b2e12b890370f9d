//! Which lines of a text an edited version has others for.
//!
//! Myers' greedy search for the fewest lines that go or come ("An O(ND) Difference Algorithm", 1986),
//! between the lines that both texts begin and end with. A point (x, y) means that x lines of the old
//! text and y of the new one are behind; x - y is its diagonal, on which lines are the same.

use std::ops::Range;

/// Lines of the old text, and those that stand in their place in the new one, by number from 0.
/// Either may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// Of the old text.
    pub old: Range<usize>,
    /// Of the new text.
    pub new: Range<usize>,
}

/// Texts that differ in more lines than these are not compared line by line: all between their
/// first and last difference counts as other.
const MOST: usize = 1_000;

/// The lines that are others, by place; between two changes lies at least one line that both have.
pub fn line_diff(old: &str, new: &str) -> Vec<LineChange> {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let shorter = old.len().min(new.len()) - head;
    let pairs = old.iter().rev().zip(new.iter().rev()).take(shorter);
    let tail = pairs.take_while(|(a, b)| a == b).count();
    let (in_old, in_new) = (head..old.len() - tail, head..new.len() - tail);
    if in_old.is_empty() && in_new.is_empty() {
        return Vec::new();
    }
    let search = Search {
        old: old.get(in_old.clone()).unwrap_or_default(),
        new: new.get(in_new.clone()).unwrap_or_default(),
    };
    let Some(kept) = search.kept() else {
        return vec![LineChange { old: in_old, new: in_new }];
    };
    let kept = kept.into_iter().map(|(x, y)| (x + head, y + head));
    gaps((head, head), kept.chain([(in_old.end, in_new.end)]))
}

/// What lies between lines that both texts have; the last of those is where the search ended.
fn gaps(start: (usize, usize), kept: impl Iterator<Item = (usize, usize)>) -> Vec<LineChange> {
    let (mut x, mut y) = start;
    let mut changes = Vec::new();
    for (next_x, next_y) in kept {
        if (x, y) != (next_x, next_y) {
            changes.push(LineChange { old: x..next_x, new: y..next_y });
        }
        (x, y) = (next_x + 1, next_y + 1);
    }
    changes
}

struct Search<'t> {
    old: &'t [&'t str],
    new: &'t [&'t str],
}

/// By diagonal, how far down the old text the search has come on it.
#[derive(Clone)]
struct Front(Vec<usize>);

/// A diagonal, counted from the lowest that may be reached.
type Diagonal = usize;

impl Front {
    fn at(&self, diagonal: Diagonal) -> usize {
        self.0.get(diagonal).copied().unwrap_or_default()
    }

    fn set(&mut self, diagonal: Diagonal, x: usize) {
        if let Some(place) = self.0.get_mut(diagonal) {
            *place = x;
        }
    }

    /// Where a step onto a diagonal begins, after `steps` lines that went or came: on the diagonal
    /// below, whose line of the old text goes, or above, where a line comes.
    fn step(&self, diagonal: Diagonal, steps: usize, zero: Diagonal) -> (Diagonal, usize) {
        let lowest = diagonal + steps == zero;
        let highest = diagonal == zero + steps;
        if lowest || (!highest && self.at(diagonal - 1) < self.at(diagonal + 1)) {
            (diagonal + 1, self.at(diagonal + 1))
        } else {
            (diagonal - 1, self.at(diagonal - 1) + 1)
        }
    }
}

impl Search<'_> {
    /// The lines that both texts have, as points, in order; `None` when too many differ.
    fn kept(&self) -> Option<Vec<(usize, usize)>> {
        let most = (self.old.len() + self.new.len()).min(MOST);
        let zero = most + 1;
        let mut front = Front(vec![0; 2 * most + 3]);
        let mut fronts = Vec::new();
        for steps in 0..=most {
            fronts.push(front.clone());
            for diagonal in (zero - steps..=zero + steps).step_by(2) {
                let (_, x) = front.step(diagonal, steps, zero);
                let Some(x) = self.slide(x, diagonal, zero) else { continue };
                front.set(diagonal, x);
                if x == self.old.len() && x + zero == self.new.len() + diagonal {
                    return Some(self.way_back(&fronts, diagonal, zero));
                }
            }
        }
        None
    }

    /// How far equal lines lead from there; `None` beyond the texts.
    fn slide(&self, x: usize, diagonal: Diagonal, zero: Diagonal) -> Option<usize> {
        let y = (x + zero).checked_sub(diagonal)?;
        let (old, new) = (self.old.get(x..)?, self.new.get(y..)?);
        Some(x + old.iter().zip(new).take_while(|(a, b)| a == b).count())
    }

    fn way_back(&self, fronts: &[Front], end: Diagonal, zero: Diagonal) -> Vec<(usize, usize)> {
        let (mut diagonal, mut x) = (end, self.old.len());
        let mut kept = Vec::new();
        for (steps, front) in fronts.iter().enumerate().rev() {
            let (from, start) = front.step(diagonal, steps, zero);
            let start = if steps == 0 { 0 } else { start };
            kept.extend((start..x).rev().map(|x| (x, x + zero - diagonal)));
            (diagonal, x) = (from, front.at(from));
        }
        kept.reverse();
        kept
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The new text, made of the old one and the changes.
    fn patched(old: &str, new: &str) -> String {
        let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
        let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
        let (mut text, mut done) = (String::new(), 0);
        for change in line_diff(old, new) {
            text.extend(old_lines[done..change.old.start].iter().copied());
            text.extend(new_lines[change.new].iter().copied());
            done = change.old.end;
        }
        text.extend(old_lines[done..].iter().copied());
        text
    }

    fn changed(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
        line_diff(old, new).into_iter().map(|change| (change.old, change.new)).collect()
    }

    #[test]
    fn only_lines_that_differ_are_told() {
        assert_eq!(changed("a\nb\nc\n", "a\nb\nc\n"), []);
        assert_eq!(changed("a\nb\nc\n", "a\nx\nc\n"), [(1..2, 1..2)]);
        assert_eq!(changed("a\nb\nc\n", "b\nc\nd\n"), [(0..1, 0..0), (3..3, 2..3)]);
        assert_eq!(changed("", "a\n"), [(0..0, 0..1)]);
        assert_eq!(changed("a", "a\n"), [(0..1, 0..1)]);
    }

    #[test]
    fn texts_with_little_in_common_are_one_change() {
        let text = |word: &str| (0..MOST).map(|n| format!("{word}{n}\n")).collect::<String>();
        assert_eq!(changed(&text("a"), &text("b")), [(0..MOST, 0..MOST)]);
    }

    proptest! {
        #[test]
        fn the_changes_lead_from_one_text_to_the_other(old in "[ab\n]{0,40}", new in "[ab\n]{0,40}") {
            prop_assert_eq!(patched(&old, &new), new);
        }
    }
}
