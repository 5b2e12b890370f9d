//! Where the page of a code is on the web.

use ide::Code;

/// Where the project is, once its manifest tells.
pub(crate) const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The page of a code in a repository; `None` where there is no repository.
pub(crate) fn page_url(repository: &str, code: Code) -> Option<String> {
    let repository = repository.trim_end_matches('/').trim_end_matches(".git");
    let page = code.as_str();
    (!repository.is_empty()).then(|| format!("{repository}/blob/HEAD/server/ide/docs/{page}.md"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_in_the_repository() {
        let url = "https://example.org/a/b/blob/HEAD/server/ide/docs/unknown-tag.md";
        for repository in ["https://example.org/a/b", "https://example.org/a/b.git/"] {
            assert_eq!(page_url(repository, Code::UnknownTag).as_deref(), Some(url));
        }
        assert_eq!(page_url("", Code::UnknownTag), None);
    }
}
