//! What is told about mistakes, and what is kept around them.
#![cfg(test)]

mod bindings;
mod depth;
mod layout;
mod told;
