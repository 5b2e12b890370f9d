//! Texts that templates leave to be replaced.

/// Is a whole string or name such a text: `__CHANGE_ME__`, `PASTE_YOUR_KEY_HERE`, `{{name}}`?
pub fn is_placeholder(text: &str) -> bool {
    let shouted = text.strip_prefix("__").and_then(|text| text.strip_suffix("__"));
    let is_shouted = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
    };
    shouted.is_some_and(is_shouted)
        || matches!(text, "PASTE_YOUR_KEY_HERE" | "{{name}}" | "{{domain}}")
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn only_whole_texts_in_capitals() {
        assert!(is_placeholder("__CHANGE_ME__"));
        assert!(is_placeholder("{{name}}"));
        for text in ["__init__", "____", "__A__b", "CHANGE_ME", "a__B__", ""] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
