//! Whatever is typed, the names to be coloured are in order and apart, and a window shows those of
//! the whole that are in it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{Analysis, AnalysisHost, FileRange, MemoryDisk, SemanticToken, TextRange, parse};
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
  modules.mine = { roles.peer = { }; };
}
"#;

const TYPED: [&str; 12] =
    ["", "x", "\"", "''", ";", "\n", "} {", "[", "${", ".", "# ", "inherit ({ a = \"b\"; }) jon;"];

fn tokens(analysis: &Analysis, range: TextRange) -> Vec<SemanticToken> {
    let file = analysis.file(Path::new("/clan/clan.nix"));
    analysis.semantic_tokens(FileRange { file, range }, usize::MAX)
}

/// Places in the text, as shares of it.
fn place() -> impl Strategy<Value = usize> {
    0..=1000_usize
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_window_shows_what_the_whole_has_there(
        edits in prop::collection::vec((place(), 0..9_usize, prop::sample::select(&TYPED[..])), 0..4),
        window in (place(), place()),
    ) {
        let mut text = CLAN.to_owned();
        for (at, deleted, typed) in edits {
            let from = text.floor_char_boundary(text.len() * at / 1000);
            let to = text.ceil_char_boundary((from + deleted).min(text.len()));
            text.replace_range(from..to, typed);
        }
        let mut host = AnalysisHost::new(Arc::new(MemoryDisk::default()));
        host.open(PathBuf::from("/clan/clan.nix"), parse(&text));
        let analysis = host.snapshot();
        let size = |at: usize| u32::try_from(at).unwrap().into();
        let all = tokens(&analysis, TextRange::up_to(size(text.len())));

        let mut free = size(0);
        for token in &all {
            let written = text.get(Range::<usize>::from(token.range));
            prop_assert!(written.is_some_and(|it| !it.is_empty() && !it.contains('\n')), "{token:?}");
            prop_assert!(token.range.start() >= free, "{token:?} lies over another");
            free = token.range.end();
        }

        let (one, other) = (text.len() * window.0 / 1000, text.len() * window.1 / 1000);
        let window = TextRange::new(size(one.min(other)), size(one.max(other)));
        let touches = |it: &&SemanticToken| {
            it.range.start() < window.end() && window.start() < it.range.end()
        };
        let seen: Vec<SemanticToken> = all.iter().filter(touches).cloned().collect();
        prop_assert_eq!(tokens(&analysis, window), seen);
    }
}
