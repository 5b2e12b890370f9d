//! Evaluation, from expressions to nixpkgs' `lib`.

mod builtins;
mod declared;
mod expressions;
mod library;
mod locks;
mod module_options;
#[cfg(test)]
mod nix;
mod parts;
mod support;
