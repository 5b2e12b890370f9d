//! The last answers, to tell later ones by their difference.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ide::FileId;
use tower_lsp::ls_types::{SemanticToken, SemanticTokensEdit};

/// Answers about more documents than these are not kept: who shows one again gets all of it.
const DOCUMENTS: usize = 16;

/// The last answer about each of the documents that were asked about last.
#[derive(Default)]
pub(in super::super) struct TokenResults(Mutex<State>);

#[derive(Default)]
struct State {
    answers: u64,
    /// The latest at the end.
    kept: VecDeque<Kept>,
}

struct Kept {
    file: FileId,
    id: String,
    tokens: Arc<[SemanticToken]>,
}

impl TokenResults {
    /// Keeps an answer in the place of the last about that file, and gives it an id.
    pub(super) fn keep(&self, file: FileId, tokens: Vec<SemanticToken>) -> String {
        let mut state = self.state();
        state.answers += 1;
        let id = state.answers.to_string();
        state.kept.retain(|kept| kept.file != file);
        state.kept.push_back(Kept { file, id: id.clone(), tokens: tokens.into() });
        if state.kept.len() > DOCUMENTS {
            state.kept.pop_front();
        }
        id
    }

    /// The answer of that id, if it is the last about the file.
    pub(super) fn get(&self, file: FileId, id: &str) -> Option<Arc<[SemanticToken]>> {
        let state = self.state();
        let kept = state.kept.iter().find(|kept| kept.file == file && kept.id == id);
        kept.map(|kept| kept.tokens.clone())
    }

    /// A panic while it was held left it whole: at worst an answer lacks.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What makes `after` of `before`: one stretch, between what both begin and end with.
pub(super) fn edit(
    before: &[SemanticToken],
    after: &[SemanticToken],
) -> Option<SemanticTokensEdit> {
    let same = |(a, b): &(&SemanticToken, &SemanticToken)| a == b;
    let begin = before.iter().zip(after).take_while(same).count();
    let rest = before.len().min(after.len()) - begin;
    let end = before.iter().rev().zip(after.iter().rev()).take_while(same).take(rest).count();
    let fresh = after.get(begin..after.len() - end).unwrap_or_default();
    let gone = before.len() - end - begin;
    // Five numbers make a token.
    let numbers = |tokens: usize| u32::try_from(5 * tokens).unwrap_or(u32::MAX);
    (gone > 0 || !fresh.is_empty()).then(|| SemanticTokensEdit {
        start: numbers(begin),
        delete_count: numbers(gone),
        data: Some(fresh.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(lengths: &[u32]) -> Vec<SemanticToken> {
        let token = |&length: &u32| SemanticToken { length, ..SemanticToken::default() };
        lengths.iter().map(token).collect()
    }

    /// Applies the edit as a client does.
    fn applied(before: &[u32], after: &[u32]) -> Vec<SemanticToken> {
        let mut known = tokens(before);
        if let Some(edit) = edit(&known, &tokens(after)) {
            let start = edit.start as usize / 5;
            let gone = start..start + edit.delete_count as usize / 5;
            known.splice(gone, edit.data.unwrap_or_default());
        }
        known
    }

    #[test]
    fn an_edit_makes_the_later_of_the_earlier() {
        let texts: [&[u32]; 7] =
            [&[], &[1], &[1, 2], &[1, 1], &[1, 1, 1], &[1, 2, 3, 1], &[3, 2, 2, 1]];
        for before in texts {
            for after in texts {
                assert_eq!(applied(before, after), tokens(after), "{before:?} to {after:?}");
            }
        }
    }

    #[test]
    fn what_stayed_the_same_is_not_told() {
        let edit = edit(&tokens(&[1, 2, 3, 4]), &tokens(&[1, 2, 9, 9, 4])).unwrap();
        assert_eq!((edit.start, edit.delete_count), (10, 5));
        assert_eq!(edit.data, Some(tokens(&[9, 9])));
        assert_eq!(super::edit(&tokens(&[1, 2]), &tokens(&[1, 2])), None);
    }

    #[test]
    fn only_the_last_answers_are_kept() {
        let results = TokenResults::default();
        let first = results.keep(FileId(0), tokens(&[1]));
        assert_eq!(results.get(FileId(0), &first).as_deref(), Some(&*tokens(&[1])));
        assert_eq!(results.get(FileId(1), &first), None);
        let second = results.keep(FileId(0), Vec::new());
        assert_eq!(results.get(FileId(0), &first), None);
        for file in 1..=16 {
            results.keep(FileId(file), Vec::new());
        }
        assert_eq!(results.get(FileId(0), &second), None);
    }
}
