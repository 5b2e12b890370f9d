//! The command line: each command collects plain data, then renders it.

mod check;
mod failure;
mod output;
mod parse;
mod show;
mod source;
mod target;

pub(crate) use failure::{Failure, Outcome};
