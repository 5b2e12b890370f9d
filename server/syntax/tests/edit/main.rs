//! An edit gives what a full parse of the new text gives, and keeps the nodes that it leaves alone.
#![cfg(test)]

mod any;
mod check;
mod kept;
mod texts;
