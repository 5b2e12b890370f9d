//! URIs as clients write them, and the files that they name.

use std::path::PathBuf;

use serde_json::Value;
use tower_lsp::jsonrpc::Request;
use tower_lsp::ls_types::Uri;

/// The absolute, normal path of a file. Other schemes name no file, though they have paths: the
/// `git:` document beside a diff is not the file that is open in the other pane.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    let path = ide::normalize(&uri.to_file_path()?);
    path.is_absolute().then_some(path)
}

/// The request, its URIs escaped where they have to be: some clients leave spaces and letters
/// beyond ASCII as they are, and a message with such a URI could not be read.
pub(super) fn readable(request: Request) -> Request {
    let (method, id, params) = request.into_parts();
    let mut readable = Request::build(method);
    if let Some(mut params) = params {
        mend(&mut params);
        readable = readable.params(params);
    }
    if let Some(id) = id {
        readable = readable.id(id);
    }
    readable.finish()
}

/// Escapes all URIs in a message's parameters that can't be read otherwise.
fn mend(params: &mut Value) {
    match params {
        Value::Array(items) => items.iter_mut().for_each(mend),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(uri) if name == "uri" || name.ends_with("Uri") => mend_uri(uri),
                    value => mend(value),
                }
            }
        }
        _ => {}
    }
}

fn mend_uri(uri: &mut String) {
    if uri.parse::<Uri>().is_err() {
        let escaped = escaped(uri);
        if escaped.parse::<Uri>().is_ok() {
            *uri = escaped;
        }
    }
}

/// All bytes escaped that a URI can't hold, and the percent signs that escape nothing.
fn escaped(uri: &str) -> String {
    let mut out = String::with_capacity(uri.len() + 16);
    for (index, byte) in uri.bytes().enumerate() {
        let hex = |at: usize| uri.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
        let kept = match byte {
            b'%' => hex(index + 1) && hex(index + 2),
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'&'
            | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        if kept {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::*;

    fn path(uri: &str) -> Option<PathBuf> {
        path_of(&uri.parse().unwrap())
    }

    #[test]
    fn only_file_uris_name_files() {
        assert_eq!(path("file:///a/b.nix").as_deref(), Some(Path::new("/a/b.nix")));
        assert_eq!(path("FILE:///a/b.nix").as_deref(), Some(Path::new("/a/b.nix")));
        for other in ["git:/a/b.nix", "untitled:Untitled-1", "vscode-notebook-cell:/a#b", "file:"] {
            assert_eq!(path(other), None, "{other}");
        }
    }

    #[test]
    fn paths_are_unescaped_and_normal() {
        let escaped = path("file:///a/./x/../%C3%A9%20b.nix");
        assert_eq!(escaped.as_deref(), Some(Path::new("/a/é b.nix")));
    }

    #[test]
    fn what_a_uri_can_not_hold_is_escaped() {
        let params = json!({ "textDocument": { "uri": "file:///é b[1]/100%/%20.nix" } });
        let request = Request::build("m").id(1).params(params).finish();
        let expected =
            json!({ "textDocument": { "uri": "file:///%C3%A9%20b%5B1%5D/100%25/%20.nix" } });
        let readable = readable(request);
        assert_eq!(readable.params(), Some(&expected));
        assert_eq!(readable.id(), Some(&1.into()));
    }

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        let params =
            json!({ "rootUri": "file:///a%5Bb", "x": [{ "uri": "" }, { "uri": "no uri" }] });
        let request = Request::build("m").params(params.clone()).finish();
        assert_eq!(readable(request).params(), Some(&params));
    }
}
