//! How editors are to draw what a diagnostic covers, beside underlining it.

use super::Code;

/// How a text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// Faded: it could be left out.
    Unnecessary,
    /// Struck through: it goes away.
    Deprecated,
}

impl Code {
    /// How what it is reported for is drawn, if in a way of its own.
    pub fn tag(self) -> Option<Tag> {
        tag_of(self.as_str())
    }
}

fn tag_of(code: &str) -> Option<Tag> {
    match code {
        "unused-tag" | "unused-module" | "redundant-member" => Some(Tag::Unnecessary),
        "deprecated-tld" => Some(Tag::Deprecated),
        _ => code.starts_with("legacy-").then_some(Tag::Deprecated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_go_is_tagged() {
        assert_eq!(Code::UnknownTag.tag(), None);
        assert_eq!(tag_of("unused-tag"), Some(Tag::Unnecessary));
        assert_eq!(tag_of("legacy-services"), Some(Tag::Deprecated));
    }
}
