//! What a diagnostic tells, by what the client can take.

use inventory_ls::lsp_client::uri;
use serde_json::{Value, json};

use crate::Session;

const TWICE: &str = "{ inventory.instances = { sshd = { }; sshd = { }; }; meta.name = \"x\"; }";

/// The only diagnostic, as it is told to a client that can do this with diagnostics.
fn told(publish: &Value) -> (Value, String) {
    let capabilities = json!({ "textDocument": { "publishDiagnostics": publish } });
    let mut session = Session::with(TWICE, &[], &capabilities);
    let mut told = session.mistakes(1);
    assert_eq!(told.len(), 1, "{told:?}");
    (told.remove(0), uri(&session.clan))
}

fn range(start: u32, end: u32) -> Value {
    json!({
        "start": { "line": 0, "character": start },
        "end": { "line": 0, "character": end },
    })
}

#[test]
fn it_tells_its_code_and_whose_it_is() {
    let (told, _) = told(&json!({}));
    let expected = json!({
        "range": range(38, 42),
        "severity": 1,
        "code": "duplicate-instance",
        "source": "clan",
        "message": "the instance `sshd` is defined twice in this set",
    });
    assert_eq!(told, expected);
}

#[test]
fn what_is_related_and_tagged_is_for_those_who_ask() {
    let all = json!({
        "relatedInformation": true,
        "codeDescriptionSupport": true,
        "tagSupport": { "valueSet": [1, 2] },
    });
    let (told, uri) = told(&all);
    let location = json!({ "uri": uri, "range": range(26, 30) });
    let related = json!([{ "location": location, "message": "first defined here" }]);
    assert_eq!(told["relatedInformation"], related);
    // Its page is nowhere yet, and it is drawn as any other.
    assert_eq!((&told["codeDescription"], &told["tags"]), (&Value::Null, &Value::Null));
}
