//! A client that sees to it that each of its requests is answered once.

use std::ops::{Deref, DerefMut};

use inventory_ls::lsp_client::LspClient;

/// When it ends, no answer lacks, none came twice, and none was to nothing.
pub(crate) struct Client(LspClient);

impl Client {
    pub(crate) fn new(client: LspClient) -> Client {
        Client(client)
    }
}

impl Deref for Client {
    type Target = LspClient;

    fn deref(&self) -> &LspClient {
        &self.0
    }
}

impl DerefMut for Client {
    fn deref_mut(&mut self) -> &mut LspClient {
        &mut self.0
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let problems = self.0.settle();
            assert!(problems.is_empty(), "{problems:#?}");
        }
    }
}
