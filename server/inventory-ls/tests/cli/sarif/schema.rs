//! As much of JSON Schema as the schema of SARIF needs. What is not known of it is refused.

use serde_json::Value;

/// Where a value breaks a schema, and which of its rules.
pub(super) fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Checker { root: schema }.check(schema, value, "", &mut found);
    found
}

struct Checker<'s> {
    root: &'s Value,
}

impl Checker<'_> {
    fn check(&self, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
        for (rule, argument) in schema.as_object().unwrap() {
            let holds = match rule.as_str() {
                "$ref" => {
                    let target = argument.as_str().unwrap().trim_start_matches('#');
                    self.check(self.root.pointer(target).unwrap(), value, at, found);
                    true
                }
                "properties" => {
                    for (name, schema) in argument.as_object().unwrap() {
                        if let Some(value) = value.get(name) {
                            self.check(schema, value, &format!("{at}/{name}"), found);
                        }
                    }
                    true
                }
                "additionalProperties" => self.others(schema, value, at, found),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(argument, item, &format!("{at}/{index}"), found);
                    }
                    true
                }
                "anyOf" => self.fitting(argument, value) > 0,
                "oneOf" => self.fitting(argument, value) == 1,
                rule => is_met(rule, argument, value),
            };
            if !holds {
                found.push(format!("{at}: {rule} {argument}"));
            }
        }
    }

    /// Checks the properties that the schema does not name.
    fn others(&self, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) -> bool {
        let named =
            |name: &String| schema.pointer("/properties").is_some_and(|it| it.get(name).is_some());
        let mut others = value.as_object().into_iter().flatten().filter(|(name, _)| !named(name));
        match &schema["additionalProperties"] {
            Value::Bool(allowed) => *allowed || others.next().is_none(),
            schema => {
                others
                    .for_each(|(name, it)| self.check(schema, it, &format!("{at}/{name}"), found));
                true
            }
        }
    }

    /// How many of some schemas a value fits.
    fn fitting(&self, schemas: &Value, value: &Value) -> usize {
        let fits = |schema: &&Value| {
            let mut found = Vec::new();
            self.check(schema, value, "", &mut found);
            found.is_empty()
        };
        schemas.as_array().unwrap().iter().filter(fits).count()
    }
}

/// A rule that speaks of the value alone.
fn is_met(rule: &str, argument: &Value, value: &Value) -> bool {
    let items = value.as_array();
    match rule {
        "$schema" | "$id" | "title" | "description" | "default" | "definitions" | "format" => true,
        "type" => match argument {
            Value::Array(types) => types.iter().any(|it| is_of_type(it, value)),
            one => is_of_type(one, value),
        },
        "enum" => argument.as_array().unwrap().contains(value),
        "required" => argument
            .as_array()
            .unwrap()
            .iter()
            .all(|name| value.get(name.as_str().unwrap()).is_some()),
        "minItems" => items.is_none_or(|items| items.len() as u64 >= argument.as_u64().unwrap()),
        "uniqueItems" => {
            let repeats = |items: &Vec<Value>| {
                items.iter().enumerate().any(|(at, it)| items[..at].contains(it))
            };
            argument == false || !items.is_some_and(repeats)
        }
        "minimum" => value.as_f64() >= argument.as_f64(),
        "maximum" => value.as_f64() <= argument.as_f64(),
        _ => false,
    }
}

fn is_of_type(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        _ => false,
    }
}
