//! Whatever is typed, what follows a file's structure can be shown: names to be coloured are in order
//! and apart, and a window shows those of the whole that are in it; foldings, links and outlines lie
//! within the text; selections grow.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{
    Analysis, AnalysisHost, FilePosition, FileRange, MemoryDisk, SemanticToken, TextRange,
    TextSize, parse,
};
use proptest::prelude::*;

const CLAN: &str = r#"{ lib, ... }: {
  meta.name = "coloured";
  inventory = {
    machines = {
      jon = { tags = [ "laptop" "berlin" ] ++ lib.optional true "é"; };
      "sara.b".tags = [ "all" ];
    };
    tags.named = [ "jon" "nobody" ];
    instances = if true then {
      bk = {
        module = { name = "borgbackup"; input = "clan-core"; };
        roles.client.tags = [ "laptop" ];
        roles.server.machines."jon".settings = { directory = "/srv"; deep = { er = "${"x"}"; }; };
      };
    } else { };
  };
  # A comment
  # of two lines.
  modules.mine = { roles.peer = { }; };
  imports = [ ./clan.nix ];
}
"#;

const TYPED: [&str; 12] =
    ["", "x", "\"", "''", ";", "\n", "} {", "[", "${", ".", "# ", "inherit ({ a = \"b\"; }) jon;"];

fn tokens(analysis: &Analysis, range: TextRange, most: usize) -> Vec<SemanticToken> {
    let file = analysis.file(Path::new("/clan/clan.nix"));
    analysis.semantic_tokens(FileRange { file, range }, most)
}

fn analysis(text: &str) -> Analysis {
    let mut host = AnalysisHost::new(Arc::new(MemoryDisk::default()));
    host.open(PathBuf::from("/clan/clan.nix"), parse(text));
    host.snapshot()
}

fn size(at: usize) -> TextSize {
    u32::try_from(at).unwrap_or(u32::MAX).into()
}

/// Where something is deleted, how much, and what is typed there.
type Edit = (usize, usize, &'static str);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((place(), 0..9_usize, prop::sample::select(&TYPED[..])), 0..4)
}

/// The clan's text after some edits.
fn typed(edits: Vec<Edit>) -> String {
    let mut text = CLAN.to_owned();
    for (at, deleted, typed) in edits {
        let from = text.floor_char_boundary(text.len() * at / 1000);
        let to = text.ceil_char_boundary((from + deleted).min(text.len()));
        text.replace_range(from..to, typed);
    }
    text
}

/// Places in the text, as shares of it.
fn place() -> impl Strategy<Value = usize> {
    0..=1000_usize
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_told_lies_within_the_text(edits in edits(), cursor in place()) {
        let text = typed(edits);
        let analysis = analysis(&text);
        let file = analysis.file(Path::new("/clan/clan.nix"));
        let whole = TextRange::up_to(size(text.len()));
        for fold in analysis.folding_ranges(file, usize::MAX) {
            let written = text.get(Range::<usize>::from(fold.range));
            prop_assert!(written.is_some_and(|it| it.contains('\n')), "{fold:?}");
        }
        for link in analysis.document_links(file) {
            prop_assert!(whole.contains_range(link.range), "{link:?}");
        }
        for symbol in analysis.symbols(file) {
            prop_assert!(whole.contains_range(symbol.range), "{symbol:?}");
        }
        let offset = size(text.floor_char_boundary(text.len() * cursor / 1000));
        let selections = analysis.selection_ranges(FilePosition { file, offset });
        prop_assert_eq!(selections.last(), Some(&whole));
        let grow = selections.windows(2).all(|pair| {
            matches!(pair, [inner, outer] if inner != outer && outer.contains_range(*inner))
        });
        prop_assert!(grow, "{selections:?}");
        prop_assert!(selections.iter().all(|it| it.contains_inclusive(offset)), "{selections:?}");
    }

    #[test]
    fn a_window_shows_what_the_whole_has_there(
        edits in edits(),
        window in (place(), place()),
    ) {
        let text = typed(edits);
        let analysis = analysis(&text);
        let all = tokens(&analysis, TextRange::up_to(size(text.len())), usize::MAX);

        let mut free = size(0);
        for token in &all {
            let written = text.get(Range::<usize>::from(token.range));
            prop_assert!(written.is_some_and(|it| !it.is_empty() && !it.contains('\n')), "{token:?}");
            prop_assert!(token.range.start() >= free, "{token:?} lies over another");
            free = token.range.end();
        }

        let (one, other) = (text.len() * window.0 / 1000, text.len() * window.1 / 1000);
        let window = TextRange::new(size(one.min(other)), size(one.max(other)));
        // Nothing is seen in a window without width.
        prop_assume!(!window.is_empty());
        let touches = |it: &&SemanticToken| {
            it.range.start() < window.end() && window.start() < it.range.end()
        };
        let seen: Vec<SemanticToken> = all.iter().filter(touches).cloned().collect();
        prop_assert_eq!(tokens(&analysis, window, 3), seen.iter().take(3).cloned().collect::<Vec<_>>());
        prop_assert_eq!(tokens(&analysis, window, usize::MAX), seen);
    }
}
