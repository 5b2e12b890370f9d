//! `builtins` that match by regular expressions.
//!
//! Which of several ways to match is taken depends on the C++ library that Nix was built with: the
//! first, or the longest. Only what all of them agree on is known.

mod pattern;

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use regex_automata::meta::{BuildError, Config, Regex};
use regex_automata::util::captures::Captures;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use self::pattern::Pattern;
use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "match", arity: 2, run: match_whole },
    Native { name: "split", arity: 2, run: split },
];

/// A pattern's automaton may take so many bytes: a few bytes of pattern can make a huge one.
const SIZE_LIMIT: usize = 1 << 20;

/// So many patterns are kept ready.
const KEPT: usize = 64;

/// How many bytes of text are matched in a step, for each byte of the pattern.
const BYTES_A_STEP: usize = 64;

/// Longer texts are no names any more: nobody matches them against a pattern on the side.
const LONGEST_NAME: usize = 10_000;

/// A pattern, ready to match.
struct Matcher {
    groups: usize,
    whole: Engine,
    /// The same where each choice is made in the other order, if there is any.
    whole_reversed: Option<Engine>,
    part: Engine,
    part_reversed: Option<Engine>,
    /// Finds the longest match.
    longest: Engine,
}

/// An automaton, and where it keeps the groups by number.
struct Engine {
    regex: Regex,
    slots: Vec<usize>,
}

/// Where a match is, and its groups.
#[derive(PartialEq)]
struct Found {
    range: Range<usize>,
    groups: Vec<Option<Range<usize>>>,
}

impl Engine {
    fn new(pattern: &str, groups: usize, kind: MatchKind) -> Option<Engine> {
        let config = Config::new()
            .match_kind(kind)
            .utf8_empty(false)
            .nfa_size_limit(Some(SIZE_LIMIT))
            .hybrid_cache_capacity(SIZE_LIMIT);
        let syntax = syntax::Config::new().unicode(false).utf8(false);
        let built: Result<Regex, BuildError> =
            Regex::builder().configure(config).syntax(syntax).build(pattern);
        let regex = built.ok()?;
        let names = (1..=groups).map(|number| format!("g{number}"));
        let slots = names
            .map(|name| regex.group_info().to_index(regex_automata::PatternID::ZERO, &name))
            .collect::<Option<Vec<usize>>>()?;
        Some(Engine { regex, slots })
    }

    fn find(&self, input: &Input<'_>) -> Option<Found> {
        let mut captures: Captures = self.regex.create_captures();
        self.regex.search_captures(input, &mut captures);
        let range = captures.get_match()?.range();
        let groups = self.slots.iter().map(|&slot| captures.get_group(slot).map(Range::from));
        Some(Found { range, groups: groups.collect() })
    }
}

impl Matcher {
    fn new(text: &str) -> Option<Matcher> {
        let pattern = Pattern::parse(text)?;
        let engine = |regex: String| Engine::new(&regex, pattern.groups, MatchKind::LeftmostFirst);
        let (part, reversed) = (pattern.translate(false), pattern.translate(true));
        let longest = Engine::new(&part, pattern.groups, MatchKind::All)?;
        let whole = |part: &str| format!(r"\A(?:{part})\z");
        let turned = |regex: String| match pattern.chooses {
            true => engine(regex).map(Some),
            false => Some(None),
        };
        Some(Matcher {
            groups: pattern.groups,
            whole: engine(whole(&part))?,
            whole_reversed: turned(whole(&reversed))?,
            part: engine(part)?,
            part_reversed: turned(reversed)?,
            longest,
        })
    }

    /// How the whole text matches; `Err` if that depends on the engine.
    fn match_whole(&self, text: &str) -> Result<Option<Found>, ()> {
        let input = Input::new(text).anchored(Anchored::Yes);
        let found = self.whole.find(&input);
        match &self.whole_reversed {
            Some(other) if other.find(&input) != found => Err(()),
            _ => Ok(found),
        }
    }

    /// The first match that begins at `start` or later; `Err` if that depends on the engine.
    fn find(&self, text: &str, start: usize) -> Result<Option<Found>, ()> {
        let input = Input::new(text).range(start..);
        let found = self.part.find(&input);
        if self.part_reversed.as_ref().is_some_and(|other| other.find(&input) != found) {
            return Err(());
        }
        let Some(found) = found else { return Ok(None) };
        let from_there = Input::new(text).range(found.range.start..).anchored(Anchored::Yes);
        match self.longest.find(&from_there) {
            Some(longest) if longest.range == found.range => Ok(Some(found)),
            _ => Err(()),
        }
    }
}

thread_local! {
    /// Patterns of types, which are asked for again after each edit.
    static WHOLE: RefCell<FxHashMap<SmolStr, Option<Engine>>> = RefCell::default();

    /// A function that matches is often called with one pattern for each name of a fleet.
    static MATCHERS: RefCell<FxHashMap<SmolStr, Option<Arc<Matcher>>>> = RefCell::default();
}

/// Does a text match a pattern as a whole, as `builtins.match` tells it? `None` if that can't be told.
pub fn matches_whole(pattern: &str, text: &str) -> Option<bool> {
    if text.len() > LONGEST_NAME {
        return None;
    }
    let input = Input::new(text).anchored(Anchored::Yes);
    WHOLE.with_borrow_mut(|kept| {
        if !kept.contains_key(pattern) {
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(pattern.into(), whole_engine(pattern));
        }
        Some(kept.get(pattern)?.as_ref()?.find(&input).is_some())
    })
}

fn whole_engine(pattern: &str) -> Option<Engine> {
    let pattern = Pattern::parse_for_a_yes(pattern)?;
    let whole = format!(r"\A(?:{})\z", pattern.translate(false));
    Engine::new(&whole, pattern.groups, MatchKind::LeftmostFirst)
}

/// The matcher of the first argument.
fn matcher(call: &mut Call<'_, '_>) -> Result<Arc<Matcher>, Arc<Unknown>> {
    let pattern = call.string(0)?;
    let matcher = MATCHERS.with_borrow_mut(|kept| {
        if let Some(matcher) = kept.get(&pattern) {
            return matcher.clone();
        }
        if kept.len() >= KEPT {
            kept.clear();
        }
        let matcher = Matcher::new(&pattern).map(Arc::new);
        kept.insert(pattern.clone(), matcher.clone());
        matcher
    });
    call.burn(1 + pattern.len())?;
    matcher.ok_or_else(|| call.unknown("this regular expression is not followed"))
}

fn ambiguous(call: &Call<'_, '_>) -> Arc<Unknown> {
    call.unknown("this regular expression matches in several ways")
}

fn burn_matching(call: &mut Call<'_, '_>, bytes: usize) -> Result<(), Arc<Unknown>> {
    let pattern = call.string(0)?.len();
    call.burn(1 + pattern.saturating_mul(bytes) / BYTES_A_STEP)
}

/// A piece of a text, if it holds whole characters.
fn piece(call: &mut Call<'_, '_>, text: &str, range: Range<usize>) -> Answer {
    match text.get(range) {
        Some(piece) => Ok(Value::String(piece.into())),
        None => Err(call.unknown("a piece of the text begins or ends amid a character")),
    }
}

/// What the groups captured; `null` for those that were not met.
fn groups(call: &mut Call<'_, '_>, text: &str, found: Found) -> Result<Vec<ThunkId>, Arc<Unknown>> {
    let mut items = Vec::with_capacity(found.groups.len());
    for group in found.groups {
        let value = match group {
            Some(range) => piece(call, text, range)?,
            None => Value::Null,
        };
        items.push(call.ready(value));
    }
    Ok(items)
}

fn match_whole(call: &mut Call<'_, '_>) -> Answer {
    let (matcher, text) = (matcher(call)?, call.string(1)?);
    burn_matching(call, text.len())?;
    match matcher.match_whole(&text).map_err(|()| ambiguous(call))? {
        Some(found) => Ok(List { items: groups(call, &text, found)?, open: None }.into()),
        None => Ok(Value::Null),
    }
}

/// The text between the matches, and between those the groups of each match.
fn split(call: &mut Call<'_, '_>) -> Answer {
    let (matcher, text) = (matcher(call)?, call.string(1)?);
    let mut items = Vec::new();
    let (mut start, mut done) = (0, 0);
    while start <= text.len() {
        let found = matcher.find(&text, start).map_err(|()| ambiguous(call))?;
        let end = found.as_ref().map_or(text.len(), |found| found.range.end);
        burn_matching(call, end - start)?;
        call.burn(2 + matcher.groups)?;
        let Some(found) = found else { break };
        let before = piece(call, &text, done..found.range.start)?;
        items.push(call.ready(before));
        done = found.range.end;
        // After an empty match the next one begins a byte later.
        start = if found.range.is_empty() { done + 1 } else { done };
        let items_of_match = groups(call, &text, found)?;
        items.push(call.ready(List { items: items_of_match, open: None }));
    }
    let after = piece(call, &text, done..text.len())?;
    items.push(call.ready(after));
    Ok(List { items, open: None }.into())
}
