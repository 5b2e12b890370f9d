//! The language server.
//!
//! Messages come in past the [`guard`] by the [`ingress`], which applies changes in wire order and gives each request
//! the state that it sees; the [`backend`] has a thin adapter for each method; work happens on the
//! threads of the [`pool`]; the [`publisher`] tells the client what is wrong, after every change.

mod backend;
mod capabilities;
mod clans;
mod client_facts;
mod code_action;
mod code_lens;
mod completion;
mod completion_data;
mod configurations;
mod convert;
mod definition;
mod diagnostic;
mod document;
mod document_highlight;
mod document_link;
mod document_symbol;
mod execute_command;
mod features;
mod fleet;
mod fleet_changed;
mod folders;
mod folding_range;
mod guard;
mod half_character;
mod hover;
mod ingress;
mod inlay_hint;
mod judgement;
mod line_table;
mod logging;
mod overtaken;
mod parent;
mod pool;
mod progress;
mod publisher;
mod pulled;
mod references;
mod refresh;
mod rename;
mod selection_range;
mod semantic_tokens;
mod settings;
mod trace;
mod uri;
mod watched_files;
mod workspace_diagnostic;
mod workspace_symbol;
mod world;

use std::process::ExitCode;
use std::sync::Arc;

use tower_lsp::{LspService, Server};

use crate::args::ServerArgs;
use crate::disk::RealDisk;
use backend::Backend;
use ingress::Ingress;
use pool::Pool;
use world::World;

/// Serves on stdin and stdout until the client ends it. Exit code 0 after an orderly `shutdown`,
/// 1 without one, 2 when it could not start.
pub(crate) fn run(args: &ServerArgs) -> ExitCode {
    if let Err(error) = logging::start(args) {
        eprintln!("error: the log can't be written: {error}");
        return ExitCode::from(2);
    }
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let started = runtime.and_then(|runtime| Ok((runtime, Pool::start()?)));
    let (runtime, pool) = match started {
        Ok(started) => started,
        Err(error) => {
            eprintln!("error: the server can't start: {error}");
            return ExitCode::from(2);
        }
    };
    let orderly = runtime.block_on(serve(pool));
    // A read of stdin may still be waiting: do not wait for it.
    runtime.shutdown_background();
    if orderly { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Serves; did the client ask for the end before it ended?
async fn serve(pool: Pool) -> bool {
    let world = Arc::new(World::new(Arc::new(RealDisk)));
    let (service, socket) = LspService::build(|client| {
        let backend = Backend::new(client, world.clone(), pool);
        tokio::spawn(backend.publisher().run());
        backend
    })
    .custom_method(fleet::METHOD, Backend::fleet)
    .finish();
    let ingress = Ingress::new(service, world);
    let ended = ingress.ended();
    let server = Server::new(guard::stdin(), tokio::io::stdout(), socket)
        // Nothing waits in the framework: the pool bounds the work, and cancels are seen at once.
        .concurrency_level(usize::MAX)
        .serve(ingress);
    tokio::select! {
        () = server => {}
        () = ended.abandoned() => tracing::warn!("the client's process is gone"),
    }
    ended.in_order()
}
