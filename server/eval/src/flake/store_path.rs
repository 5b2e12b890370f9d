//! Where the source of a locked input lies in the Nix store: the path follows from its hash alone.

use std::path::PathBuf;

use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};

/// Nix's digits in base 32.
const DIGITS: &[u8; 32] = b"0123456789abcdfghijklmnpqrsvwxyz";

/// A store path's hash, in bytes.
const LENGTH: usize = 20;

/// The folder of a source whose `narHash` (`sha256-…`, as lock files have it) this is; `None` if
/// the hash is of another kind. As Nix makes the path of a fixed-output source.
pub(super) fn of_source(nar_hash: &str) -> Option<PathBuf> {
    let hash = BASE64.decode(nar_hash.strip_prefix("sha256-")?.as_bytes()).ok()?;
    let text = format!("source:sha256:{}:/nix/store:source", HEXLOWER.encode(&hash));
    let name = base32(&fold(&Sha256::digest(text.as_bytes())));
    Some(PathBuf::from(format!("/nix/store/{name}-source")))
}

/// A hash made shorter, as Nix does: the bytes too many are laid over those before.
fn fold(hash: &[u8]) -> [u8; LENGTH] {
    let mut folded = [0; LENGTH];
    for (index, byte) in hash.iter().enumerate() {
        if let Some(target) = folded.get_mut(index % LENGTH) {
            *target ^= byte;
        }
    }
    folded
}

/// Five bits a digit, those of the last byte first.
fn base32(bytes: &[u8; LENGTH]) -> String {
    let bit = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte >> (at % 8) & 1 == 1);
    let digits = (0..LENGTH * 8 / 5).rev().map(|digit| {
        let value: usize = (0..5).filter(|&at| bit(digit * 5 + at)).map(|at| 1 << at).sum();
        DIGITS.get(value).copied().map_or('0', char::from)
    });
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::of_source;

    #[test]
    fn a_path_that_nix_itself_gave() {
        let path = of_source("sha256-iJoK5GeayA+r4kYHK/s5nwcOfcRvaU1NAE2JQqYKO64=").unwrap();
        assert_eq!(path.to_str(), Some("/nix/store/rn1m2i96sxb5arybr6k5irjs7j59wj3a-source"));
    }

    #[test]
    fn other_hashes_have_none() {
        assert_eq!(of_source("sha1-abc="), None);
        assert_eq!(of_source("sha256-not base 64"), None);
        assert_eq!(of_source(""), None);
    }
}
