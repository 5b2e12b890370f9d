//! How Nix writes a floating-point number in JSON: with the fewest digits that tell it apart.

/// So many digits always tell a number apart from others with as many.
const SURE_DIGITS: usize = 15;

/// The number as Nix's JSON library has it; `None` if that is not certain.
///
/// The library finds the fewest digits by a method that at times misses them by a hair: when what
/// they say is nearly half way to the next number. So only numbers are written that are nearer.
pub(super) fn written(float: f64) -> Option<String> {
    if float == 0.0 {
        return Some(if float.is_sign_negative() { "-0.0" } else { "0.0" }.to_owned());
    }
    let text = format!("{:e}", float.abs());
    let (digits, exponent) = text.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let digits = digits.replace('.', "");
    (digits.len() <= SURE_DIGITS).then_some(())?;
    let shift = exponent - i32::try_from(digits.len()).ok()? + 1;
    is_near(float.abs(), digits.parse().ok()?, shift).then_some(())?;
    let sign = if float < 0.0 { "-" } else { "" };
    Some(format!("{sign}{}", in_form(&digits, exponent)?))
}

/// Is `digits * 10^shift` nearer to the number than 0.49 of its distance to the next one? Counted
/// in whole numbers; what is too large for them is not sure.
fn is_near(float: f64, digits: u128, shift: i32) -> bool {
    let bits = float.to_bits();
    let (mantissa, exponent) = (bits & ((1 << 52) - 1), i32::try_from(bits >> 52).unwrap_or(0));
    if exponent == 0 || mantissa == 0 {
        // At a power of two the distances to both sides differ.
        return exact(float, digits, shift);
    }
    let mantissa = u128::from(mantissa | 1 << 52);
    scaled(mantissa, exponent - 1075, digits, shift).is_some_and(|(number, text, unit)| {
        number.abs_diff(text).saturating_mul(100) <= unit.saturating_mul(49)
    })
}

fn exact(float: f64, digits: u128, shift: i32) -> bool {
    let exponent = i32::try_from(float.to_bits() >> 52).unwrap_or(0);
    let scaled = scaled(1 << 52, exponent - 1075, digits, shift);
    exponent > 0 && scaled.is_some_and(|(number, text, _)| number == text)
}

/// `mantissa * 2^exponent`, `digits * 10^shift` and `2^exponent`, all by the same factor.
fn scaled(mantissa: u128, exponent: i32, digits: u128, shift: i32) -> Option<(u128, u128, u128)> {
    let power = |base: u128, exponent: i32| base.checked_pow(exponent.max(0).unsigned_abs());
    let (twos, tens) = (power(2, exponent)?, power(10, -shift)?);
    let unit = twos.checked_mul(tens)?;
    let text = digits.checked_mul(power(10, shift)?)?.checked_mul(power(2, -exponent)?)?;
    Some((mantissa.checked_mul(unit)?, text, unit))
}

/// Digits whose first one has the value `10^exponent`, written out unless that takes too many.
fn in_form(digits: &str, exponent: i32) -> Option<String> {
    let length = i32::try_from(digits.len()).ok()?;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let text = if (length..=15).contains(&(exponent + 1)) {
        format!("{digits}{}.0", zeros(exponent + 1 - length))
    } else if (0..15).contains(&exponent) {
        let (whole, rest) = digits.split_at_checked(usize::try_from(exponent + 1).ok()?)?;
        format!("{whole}.{rest}")
    } else if (-4 < exponent + 1) && exponent < 0 {
        format!("0.{}{digits}", zeros(-exponent - 1))
    } else {
        let (first, rest) = digits.split_at_checked(1)?;
        let dot = if rest.is_empty() { "" } else { "." };
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{first}{dot}{rest}e{sign}{:02}", exponent.abs())
    };
    Some(text)
}
