//! What a proposal is asked about again by: for who can take it, once for the whole list, as
//! `CompletionList.itemDefaults`, which the framework's types lack.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower_lsp::jsonrpc::Response;
use tower_lsp::ls_types::{Position, TextDocumentIdentifier};

/// Where a proposal was made. It has the form of a request's parameters, so that the answer is made
/// from the document's state.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CompletionData {
    pub(super) text_document: TextDocumentIdentifier,
    pub(super) position: Position,
}

/// The answer to a completion, with the items' data as a default for all.
pub(super) fn shared(response: Response) -> Response {
    let (id, result) = response.into_parts();
    Response::from_parts(id, result.map(share))
}

fn share(mut answer: Value) -> Value {
    let list = if answer.is_array() { Some(&mut answer) } else { answer.get_mut("items") };
    let Some(items) = list.and_then(Value::as_array_mut) else { return answer };
    let Some(data) = items.iter().find_map(|item| item.get("data").cloned()) else { return answer };
    for item in items.iter_mut().filter_map(Value::as_object_mut) {
        if item.get("data") == Some(&data) {
            item.remove("data");
        }
    }
    let items = std::mem::take(items);
    let is_incomplete = answer.get("isIncomplete").cloned().unwrap_or(Value::Bool(false));
    json!({ "isIncomplete": is_incomplete, "itemDefaults": { "data": data }, "items": items })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_items_have_is_told_once() {
        let item = json!({ "label": "jon", "data": 1 });
        let list = share(json!([item]));
        assert_eq!(list["itemDefaults"], json!({ "data": 1 }));
        assert_eq!(list["isIncomplete"], false);
        assert_eq!(list["items"], json!([{ "label": "jon" }]));
        let list = share(json!({ "isIncomplete": true, "items": [item, { "data": 2 }] }));
        assert_eq!(list["isIncomplete"], true);
        assert_eq!(list["items"], json!([{ "label": "jon" }, { "data": 2 }]));
        assert_eq!(share(json!([{ "label": "x" }])), json!([{ "label": "x" }]));
        assert_eq!(share(Value::Null), Value::Null);
    }
}
