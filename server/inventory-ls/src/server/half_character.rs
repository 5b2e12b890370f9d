//! Text that was cut in the middle of a character. Editors that count in UTF-16 can do so, and
//! JSON can say it: `"\ud83e"`. No Unicode text can.

/// A JSON text with U+FFFD for each half of a character and for bytes that are not UTF-8. In
/// UTF-16, U+FFFD is as long as a half: columns behind it stay true.
pub(super) fn replaced(json: &[u8]) -> String {
    let json = String::from_utf8_lossy(json);
    let mut out = String::with_capacity(json.len());
    let mut rest: &str = &json;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let length = match (unit(escape), escape.get(5..).and_then(second_unit)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 11,
            (Some(0xd800..=0xdfff), _) => {
                out.push('\u{fffd}');
                rest = escape.get(5..).unwrap_or_default();
                continue;
            }
            // A backslash behind this one is escaped, and begins nothing.
            _ => escape.chars().next().map_or(0, char::len_utf8),
        };
        let (escape, after) = escape.split_at_checked(length).unwrap_or((escape, ""));
        out.push('\\');
        out.push_str(escape);
        rest = after;
    }
    out + rest
}

/// The UTF-16 unit of an escape, the backslash left out.
fn unit(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix('u')?.get(..4)?, 16).ok()
}

fn second_unit(text: &str) -> Option<u16> {
    unit(text.strip_prefix('\\')?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(json: &str, expected: &str) {
        assert_eq!(replaced(json.as_bytes()), expected);
    }

    #[test]
    fn halves_are_replaced() {
        becomes(r#""a\ud83eb""#, "\"a\u{fffd}b\"");
        becomes(r#""\uDD80\uD83E""#, "\"\u{fffd}\u{fffd}\"");
        becomes(r#""\ud83e\n""#, "\"\u{fffd}\\n\"");
        assert_eq!(replaced(b"\"\xff\""), "\"\u{fffd}\"");
    }

    #[test]
    fn all_else_stays() {
        for json in [r#""\ud83e\udd80""#, r#""\\ud83e""#, r#""\u00e9 \" \\ é""#, r#""\"#, r#""\u1"#]
        {
            becomes(json, json);
        }
    }
}
