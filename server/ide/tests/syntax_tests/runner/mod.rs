//! The runner of `syntax-tests`: small clans as plain text, with what is expected of them in
//! comments under the lines that it is about.
//!
//! A [`Case`] is read from the disk, its comments parted from the [`Source`] into [`Note`]s. The
//! analysis is asked the same questions, its answers are notes too, and a [`Verdict`] lays the two
//! side by side: as a report for people, or written back into the files.

mod action;
mod answer;
mod case;
mod compare;
mod inlay;
mod labels;
mod law;
mod law_of_names;
mod note;
mod outline;
mod parse;
mod proposal;
mod question;
mod references;
mod rename;
mod render;
mod show;
mod source;
mod structure;
mod symbol;
mod tokens;
mod verdict;

pub(crate) use case::Case;
pub(crate) use verdict::Verdict;
