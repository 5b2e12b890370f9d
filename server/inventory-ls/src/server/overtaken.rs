//! Work about a state of the world that may be overtaken by a newer one.

use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tower_lsp::jsonrpc::{Error, ErrorCode};
use tower_lsp::ls_types::DiagnosticServerCancellationData;
use tower_lsp::ls_types::error_codes::SERVER_CANCELLED;

use super::world::World;

/// A state that was overtaken is still judged for so long: somebody who types fast sees mistakes
/// while typing.
const PATIENCE: Duration = Duration::from_millis(200);

/// The number of the state that some work is about, once it has begun.
pub(super) struct About(AtomicU64);

impl About {
    /// Work that has not begun can't be overtaken.
    pub(super) fn nothing_yet() -> About {
        About(AtomicU64::new(u64::MAX))
    }

    pub(super) fn state(number: u64) -> About {
        About(AtomicU64::new(number))
    }

    pub(super) fn begin(&self, number: u64) {
        self.0.store(number, Ordering::SeqCst);
    }
}

/// Waits for work; ends it by `token` when it takes long and there is a newer state.
pub(super) async fn while_current<T>(
    world: &World,
    about: &About,
    token: &CancellationToken,
    work: impl Future<Output = T>,
) -> T {
    let mut work = pin!(work);
    let mut changes = world.changes();
    let overtaken = changes.wait_for(|&now| now > about.0.load(Ordering::SeqCst));
    tokio::select! {
        done = &mut work => return done,
        _ = overtaken => {}
    }
    tokio::select! {
        done = &mut work => return done,
        () = tokio::time::sleep(PATIENCE) => token.cancel(),
    }
    work.await
}

/// The answer to a question about diagnostics whose work was ended so.
pub(super) fn ask_again() -> Error {
    Error {
        code: ErrorCode::ServerError(SERVER_CANCELLED),
        message: "there is a newer state".into(),
        data: serde_json::to_value(DiagnosticServerCancellationData::default()).ok(),
    }
}
