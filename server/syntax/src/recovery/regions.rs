//! The regions of a text in which brackets don't pair, as the layout tells them apart.
//!
//! Lines that are indented as little as any in their block begin *sections*: each reaches up to the
//! next such line, but for one that begins with a closing bracket. When the brackets on a section's
//! least indented lines pair with each other, what is wrong must be between these lines, which are
//! blocks of their own. So a missing brace costs its section and nothing around it: what a region
//! is, and what is made of it, depends on nothing outside of it.

use std::ops::Range;

use super::{
    brackets,
    outline::{Outline, Piece},
};

/// How deep blocks are looked at: what nests deeper is a region as it is. Each level looks at all of
/// the text again.
pub(super) const LEVELS: u32 = 64;

/// The innermost regions in which brackets don't pair, as ranges of pieces, in order.
pub(super) fn unpaired(outline: &Outline) -> Vec<Range<usize>> {
    let pieces = outline.pieces();
    let first = |(at, piece): (usize, &Piece)| piece.first.then_some(at);
    let lines = pieces.iter().enumerate().filter_map(first).chain([pieces.len()]).collect();
    let mut regions = Regions { pieces, lines, found: Vec::new() };
    regions.look_at(0..regions.lines.len().saturating_sub(1), LEVELS);
    regions.found
}

struct Regions<'p> {
    pieces: &'p [Piece],
    /// Where lines begin, and the end.
    lines: Vec<usize>,
    found: Vec<Range<usize>>,
}

impl Regions<'_> {
    /// Looks for regions in `block`, some lines whose brackets don't pair.
    fn look_at(&mut self, block: Range<usize>, levels: u32) {
        let Some(least) = block.clone().filter_map(|line| self.indent(line)).min() else { return };
        let mut start = block.start;
        for line in block.start + 1..=block.end {
            if line == block.end || (self.indent(line) == Some(least) && !self.closes(line)) {
                self.look_at_section(start..line, least, levels);
                start = line;
            }
        }
    }

    fn look_at_section(&mut self, section: Range<usize>, least: u32, levels: u32) {
        if self.pairs(section.clone()) {
            return;
        }
        let outer = |line: &usize| self.indent(*line) == Some(least);
        let frame: Vec<Piece> = section
            .clone()
            .filter(outer)
            .flat_map(|line| self.pieces_of(line..line + 1))
            .copied()
            .collect();
        if levels == 0 || brackets::unpaired(&frame) > 0 {
            self.found.extend(
                self.lines
                    .get(section.start)
                    .zip(self.lines.get(section.end))
                    .map(|(start, end)| *start..*end),
            );
            return;
        }
        let lines: Vec<usize> = section.filter(|line| !outer(line)).collect();
        for block in lines.chunk_by(|line, next| line + 1 == *next) {
            let (Some(first), Some(last)) = (block.first(), block.last()) else { continue };
            if !self.pairs(*first..last + 1) {
                self.look_at(*first..last + 1, levels - 1);
            }
        }
    }

    fn pairs(&self, lines: Range<usize>) -> bool {
        brackets::unpaired(self.pieces_of(lines)) == 0
    }

    fn pieces_of(&self, lines: Range<usize>) -> &[Piece] {
        let bounds = self.lines.get(lines.start).zip(self.lines.get(lines.end));
        bounds.and_then(|(start, end)| self.pieces.get(*start..*end)).unwrap_or_default()
    }

    fn indent(&self, line: usize) -> Option<u32> {
        Some(self.pieces_of(line..line + 1).first()?.indent)
    }

    fn closes(&self, line: usize) -> bool {
        let first = self.pieces_of(line..line + 1).first();
        first.is_some_and(|piece| brackets::opener_of(piece.kind).is_some())
    }
}
