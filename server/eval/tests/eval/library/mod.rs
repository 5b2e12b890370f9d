//! nixpkgs' `lib`, by section: what its functions come to, as the real ones do, and what they tell
//! when not all is known.

mod attrsets;
mod filesystem;
mod fixed_points;
mod generators;
mod lists;
mod modules;
mod paths;
mod places;
mod strings;
mod support;
mod trivial;
mod types;
mod unknown;
