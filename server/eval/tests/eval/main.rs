//! Evaluation, from expressions to nixpkgs' `lib`.

mod builtins;
mod declared;
mod expressions;
mod json;
mod library;
mod locks;
mod module_options;
mod names;
#[cfg(test)]
mod nix;
mod parts;
mod support;
