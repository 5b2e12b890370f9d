//! Option paths of what stands around a clan.

use eval::FLAKE;
use smol_str::SmolStr;

/// A path within the clan: `clan` and `flake.clan` of a flake's module are where a clan begins, and
/// `inventory` is one of its options wherever it stands.
pub fn within_clan(mut path: Vec<SmolStr>) -> Vec<SmolStr> {
    if path.first().is_none_or(|first| first != FLAKE) {
        return path;
    }
    let clan = path.iter().skip(1).position(|name| name == "clan");
    let inventory = path.iter().skip(1).position(|name| name == "inventory");
    match (clan, inventory) {
        (Some(at), _) => path.split_off(at + 2),
        (None, Some(at)) => path.split_off(at + 1),
        (None, None) => path,
    }
}

/// Does a path, as [`within_clan`] gives it, lie outside of the clan?
pub fn is_outside(path: &[SmolStr]) -> bool {
    path.first().is_some_and(|first| first == FLAKE)
}
