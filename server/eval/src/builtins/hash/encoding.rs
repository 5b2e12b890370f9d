//! The ways in which Nix writes a hash.

use super::hex;

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
        Format::Base16 => hex(bytes),
        Format::Nix32 => nix32(bytes),
        Format::Base64 => base64(bytes),
        Format::Sri => format!("{}-{}", algorithm.name(), base64(bytes)),
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
        length if length == size.div_ceil(3) * 4 => from_base64(digits),
        _ if sri => None,
        length if length == size * 2 => from_hex(digits),
        length if length == nix32_length(size) => from_nix32(digits, size),
        _ => None,
    };
    bytes.filter(|bytes| bytes.len() == size).map(|bytes| (algorithm, bytes))
}

fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let nibbles: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(16)).collect();
    let bytes = nibbles?
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, nibble| byte * 16 + nibble))
        .collect::<Vec<u32>>();
    bytes.into_iter().map(|byte| u8::try_from(byte).ok()).collect()
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

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0, |group, index| {
            group << 8 | usize::from(chunk.get(index).copied().unwrap_or(0))
        });
        for place in 0..4 {
            let value = group >> (18 - 6 * place) & 63;
            let digit = BASE64.get(value).copied().unwrap_or(b'=');
            out.push(if place > chunk.len() { '=' } else { char::from(digit) });
        }
    }
    out
}

fn from_base64(digits: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3);
    let (mut group, mut bits) = (0_u32, 0);
    for digit in digits.trim_end_matches('=').bytes() {
        let value = BASE64.iter().position(|&known| known == digit)?;
        group = (group << 6 | u32::try_from(value).ok()?) & 0xfff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(group >> bits & 0xff).ok()?);
        }
    }
    // Bits that are left over must not be set.
    (group & ((1 << bits) - 1) == 0).then_some(bytes)
}
