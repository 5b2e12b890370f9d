//! The ways in which Nix writes a hash.

use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Algorithm {
    Md5,
    Sha1,
    Sha256,
    Sha512,
}

impl Algorithm {
    pub(super) fn named(name: &str) -> Option<Algorithm> {
        let all = [Algorithm::Md5, Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512];
        all.into_iter().find(|algorithm| algorithm.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Algorithm::Md5 => "md5",
            Algorithm::Sha1 => "sha1",
            Algorithm::Sha256 => "sha256",
            Algorithm::Sha512 => "sha512",
        }
    }

    fn bytes(self) -> usize {
        match self {
            Algorithm::Md5 => 16,
            Algorithm::Sha1 => 20,
            Algorithm::Sha256 => 32,
            Algorithm::Sha512 => 64,
        }
    }
}

#[derive(Clone, Copy)]
pub(super) enum Format {
    Base16,
    Nix32,
    Base64,
    /// `sha256-` and base 64.
    Sri,
}

impl Format {
    pub(super) fn named(name: &str) -> Option<Format> {
        match name {
            "base16" => Some(Format::Base16),
            "nix32" | "base32" => Some(Format::Nix32),
            "base64" => Some(Format::Base64),
            "sri" => Some(Format::Sri),
            _ => None,
        }
    }
}

pub(super) fn encode(algorithm: Algorithm, bytes: &[u8], format: Format) -> String {
    match format {
        Format::Base16 => HEXLOWER.encode(bytes),
        Format::Nix32 => nix32(bytes),
        Format::Base64 => BASE64.encode(bytes),
        Format::Sri => format!("{}-{}", algorithm.name(), BASE64.encode(bytes)),
    }
}

/// Reads a hash in any form: `sha256-…`, `sha256:…`, or bare where the algorithm is given.
pub(super) fn decode(text: &str, given: Option<Algorithm>) -> Option<(Algorithm, Vec<u8>)> {
    let (named, digits, sri) = match text.split_once('-').or_else(|| text.split_once(':')) {
        Some((name, digits)) => (Some(Algorithm::named(name)?), digits, text.contains('-')),
        None => (None, text, false),
    };
    let algorithm = match (named, given) {
        (Some(named), Some(given)) if named != given => return None,
        (named, given) => named.or(given)?,
    };
    let size = algorithm.bytes();
    let bytes = match digits.len() {
        length if length == size.div_ceil(3) * 4 => BASE64.decode(digits.as_bytes()).ok(),
        _ if sri => None,
        length if length == size * 2 => HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok(),
        length if length == nix32_length(size) => from_nix32(digits, size),
        _ => None,
    };
    bytes.filter(|bytes| bytes.len() == size).map(|bytes| (algorithm, bytes))
}

/// Digits of five bits, the last ones first, without letters that make words.
const NIX32: &[u8; 32] = b"0123456789abcdfghijklmnpqrsvwxyz";

fn nix32_length(size: usize) -> usize {
    (size * 8).div_ceil(5)
}

pub(super) fn nix32(bytes: &[u8]) -> String {
    let digit = |number: usize| {
        let bits = (0..5).rev().map(|bit| number * 5 + bit);
        let value = bits.fold(0, |value, bit| {
            let byte = bytes.get(bit / 8).copied().unwrap_or(0);
            value * 2 + usize::from(byte >> (bit % 8) & 1)
        });
        char::from(NIX32.get(value).copied().unwrap_or(b'0'))
    };
    (0..nix32_length(bytes.len())).rev().map(digit).collect()
}

fn from_nix32(digits: &str, size: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0_u8; size];
    for (number, digit) in digits.bytes().rev().enumerate() {
        let value = NIX32.iter().position(|&known| known == digit)?;
        for bit in (0..5).filter(|bit| value >> bit & 1 == 1) {
            let place = number * 5 + bit;
            // Bits beyond the last byte must not be set.
            *bytes.get_mut(place / 8)? |= 1 << (place % 8);
        }
    }
    Some(bytes)
}
