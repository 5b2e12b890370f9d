//! What is told about mistakes, and what is kept around them.

mod bindings;
mod depth;
mod layout;
mod told;
