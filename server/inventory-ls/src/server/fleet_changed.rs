//! `inventory-ls/fleetChanged`: tells the client that fleets may be others than it was answered.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tower_lsp::Client;
use tower_lsp::ls_types::notification::Notification;

use super::world::World;

/// Views follow somebody who types without being drawn anew at each letter.
const PAUSE: Duration = Duration::from_millis(100);

/// Nothing is told with it: whoever shows a fleet asks.
#[derive(Debug, Serialize, Deserialize)]
struct Nothing {}

enum FleetChanged {}

impl Notification for FleetChanged {
    type Params = Nothing;

    const METHOD: &'static str = "inventory-ls/fleetChanged";
}

/// Tells so until the server ends: at once when a state has been judged, then not for a while; what
/// changed meanwhile is told after that.
pub(super) async fn tell(client: Client, world: Arc<World>) {
    loop {
        world.judged.notified().await;
        client.send_notification::<FleetChanged>(Nothing {}).await;
        tokio::time::sleep(PAUSE).await;
    }
}
