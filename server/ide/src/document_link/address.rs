//! Addresses of flakes, as inputs give them, to pages that people can read.

/// The folder of an address that is one.
pub(super) fn folder(address: &str) -> Option<&str> {
    let path = address.strip_prefix("path:").unwrap_or(address);
    let is_path = path.len() < address.len() || path.starts_with('.');
    is_path.then(|| without_query(path))
}

/// The page of an address, if it is on the web.
pub(super) fn page(address: &str) -> Option<String> {
    // What is no plain text is no address, whatever it begins with.
    if !address.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    let (scheme, rest) = address.split_once(':')?;
    match scheme {
        "github" => forge(rest, "github.com", "tree"),
        "gitlab" => forge(rest, "gitlab.com", "-/tree"),
        "sourcehut" => forge(rest, "git.sr.ht", "tree"),
        "https" | "http" => Some(repository(address)),
        "git+https" | "tarball+https" | "file+https" => Some(repository(&format!("https:{rest}"))),
        _ => None,
    }
}

/// `owner/name`, `owner/name/branch`, and what is asked behind a `?`.
fn forge(address: &str, host: &str, tree: &str) -> Option<String> {
    let query = address.split_once('?').map(|(_, query)| query);
    let asked = |name: &str| {
        let mut pairs = query.into_iter().flat_map(|query| query.split('&'));
        pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    };
    let mut parts = without_query(address).splitn(3, '/');
    let owner = parts.next().filter(|it| !it.is_empty())?.replace("%2F", "/");
    let name = parts.next().filter(|it| !it.is_empty())?;
    let branch = parts.next().or_else(|| asked("ref")).or_else(|| asked("rev"));
    let host = asked("host").unwrap_or(host);
    let page = format!("https://{host}/{owner}/{name}");
    Some(match (branch, asked("dir")) {
        (None, None) => page,
        (branch, None) => format!("{page}/{tree}/{}", branch.unwrap_or("HEAD")),
        (branch, Some(dir)) => format!("{page}/{tree}/{}/{dir}", branch.unwrap_or("HEAD")),
    })
}

/// The page of a repository: an archive of it would only be downloaded.
fn repository(url: &str) -> String {
    let url = without_query(url);
    let page = url.split_once("/archive/").map_or(url, |(page, _)| page);
    page.strip_suffix("/-").unwrap_or(page).to_owned()
}

fn without_query(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_pages() {
        let pages = [
            ("github:a/b", "https://github.com/a/b"),
            ("github:a/b/main", "https://github.com/a/b/tree/main"),
            ("github:a/b?dir=sub", "https://github.com/a/b/tree/HEAD/sub"),
            ("github:a/b?ref=x/y&dir=sub", "https://github.com/a/b/tree/x/y/sub"),
            ("github:a/b?host=git.example.org", "https://git.example.org/a/b"),
            ("gitlab:a%2Fb/c/main", "https://gitlab.com/a/b/c/-/tree/main"),
            ("sourcehut:~a/b", "https://git.sr.ht/~a/b"),
            ("git+https://example.org/a/b.git?ref=main", "https://example.org/a/b.git"),
            (
                "https://git.clan.lol/clan/clan-core/archive/main.tar.gz",
                "https://git.clan.lol/clan/clan-core",
            ),
            ("https://example.org/x.tar.gz", "https://example.org/x.tar.gz"),
        ];
        for (address, expected) in pages {
            assert_eq!(page(address).as_deref(), Some(expected), "{address}");
        }
    }

    #[test]
    fn others_lead_nowhere() {
        for address in [
            "",
            "nixpkgs",
            "github:",
            "github:a",
            "flake:x",
            "git+ssh://x/y",
            "javascript:x",
            "https://a b",
        ] {
            assert_eq!(page(address), None, "{address}");
        }
    }

    #[test]
    fn folders_are_told_by_their_path() {
        assert_eq!(folder("path:./a?x=1"), Some("./a"));
        assert_eq!(folder("path:sub"), Some("sub"));
        assert_eq!(folder("./a"), Some("./a"));
        assert_eq!(folder("github:a/b"), None);
    }
}
