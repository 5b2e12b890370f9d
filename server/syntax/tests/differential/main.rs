//! On every text that rnix parses without error, our tree is rnix's, node for node.

mod compare;
mod corpus;
mod generated;
mod handwritten;
