//! The language server and command line for Clan inventories.

fn main() {}
