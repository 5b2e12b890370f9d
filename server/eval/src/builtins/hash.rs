//! `builtins` that hash, and `placeholder`, whose text is made of a hash.

mod encoding;

use std::sync::Arc;

use data_encoding::HEXLOWER;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use self::encoding::{Algorithm, Format};
use crate::native::{Answer, Call, Native};
use crate::value::{Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "convertHash", arity: 1, run: convert_hash },
    Native { name: "hashFile", arity: 2, run: hash_file },
    Native { name: "hashString", arity: 2, run: hash_string },
    Native { name: "placeholder", arity: 1, run: placeholder },
];

/// How many bytes are hashed in a step.
const BYTES_A_STEP: usize = 64;

fn digest(algorithm: Algorithm, text: &str) -> Vec<u8> {
    match algorithm {
        Algorithm::Md5 => Md5::digest(text).to_vec(),
        Algorithm::Sha1 => Sha1::digest(text).to_vec(),
        Algorithm::Sha256 => Sha256::digest(text).to_vec(),
        Algorithm::Sha512 => Sha512::digest(text).to_vec(),
    }
}

fn hash_string(call: &mut Call<'_, '_>) -> Answer {
    let algorithm = algorithm(call)?;
    let text = call.string(1)?;
    call.burn(text.len() / BYTES_A_STEP)?;
    Ok(Value::String(HEXLOWER.encode(&digest(algorithm, &text)).into()))
}

fn hash_file(call: &mut Call<'_, '_>) -> Answer {
    let algorithm = algorithm(call)?;
    let path = call.path(1)?;
    if let Some(why) = call.ev.forbidden(&path) {
        return Err(call.unknown(why));
    }
    match call.ev.files().text(&path) {
        Ok(text) => {
            call.burn(text.len() / BYTES_A_STEP)?;
            Ok(Value::String(HEXLOWER.encode(&digest(algorithm, &text)).into()))
        }
        Err(error) => Err(call.unknown(format!("`{}` can't be read: {error}", path.display()))),
    }
}

fn algorithm(call: &mut Call<'_, '_>) -> Result<Algorithm, Arc<Unknown>> {
    let name = call.string(0)?;
    let known = Algorithm::named(&name);
    known.ok_or_else(|| call.unknown(format!("the hash `{name}` is not followed")))
}

/// What stands for an output's path before that is known.
fn placeholder(call: &mut Call<'_, '_>) -> Answer {
    let output = call.string(0)?;
    call.burn(output.len() / BYTES_A_STEP)?;
    let hash = digest(Algorithm::Sha256, &format!("nix-output:{output}"));
    Ok(Value::String(format!("/{}", encoding::nix32(&hash)).into()))
}

/// `convertHash { hash; hashAlgo ? …; toHashFormat; }`
fn convert_hash(call: &mut Call<'_, '_>) -> Answer {
    let arguments = call.whole_attrs(0)?;
    let read = |call: &mut Call<'_, '_>, name: &str| match arguments.get(name) {
        Some(attr) => call.as_string(attr.value).map(Some),
        None => Ok(None),
    };
    let (hash, format) = (read(call, "hash")?, read(call, "toHashFormat")?);
    let algorithm = match read(call, "hashAlgo")? {
        Some(name) => match Algorithm::named(&name) {
            Some(algorithm) => Some(algorithm),
            None => return Err(call.unknown(format!("the hash `{name}` is not followed"))),
        },
        None => None,
    };
    let (Some(hash), Some(format)) = (hash, format) else {
        return Err(call.mismatch("a set with `hash` and `toHashFormat`"));
    };
    let decoded = encoding::decode(&hash, algorithm);
    let (Some((algorithm, bytes)), Some(format)) = (decoded, Format::named(&format)) else {
        return Err(call.unknown("this hash is not followed"));
    };
    Ok(Value::String(encoding::encode(algorithm, &bytes, format).into()))
}
