//! What modules declare, and evaluation on loan.

use std::path::Path;

use eval::{Context, Definitions, Evaluator, OptionPath, Value};

use crate::support::Memory;

/// Asks something of the evaluation of `/main.nix`.
fn with_main<T>(text: &str, ask: impl FnOnce(&mut Evaluator<'_>, Definitions) -> T) -> T {
    let memory = Memory::new(&[("/main.nix", text)]);
    let mut ev = Evaluator::new(&memory);
    let main = ev.import(Path::new("/main.nix"), None);
    ask(&mut ev, Definitions::of(main))
}

/// The names of the options that the modules declare, how many types for others they give, and
/// whether there may be more.
fn declared(text: &str) -> (Vec<String>, usize, bool) {
    with_main(text, |ev, module| {
        let found = ev.declared(&module, &OptionPath::ROOT, &Context::default());
        let options = ev.children(&found.options, &OptionPath::ROOT);
        let names = options.entries.keys().map(ToString::to_string).collect();
        (names, found.freeform.items.len(), !options.open.is_empty())
    })
}

#[test]
fn options_of_all_modules_are_found() {
    let text = "{ options.a = 1; imports = [ ({ lib, ... }: { options.b = 2; }) ]; }";
    assert_eq!(declared(text), (vec!["a".into(), "b".into()], 0, false));
}

#[test]
fn a_module_that_is_not_seen_leaves_the_options_open() {
    assert_eq!(
        declared("{ options.a = 1; imports = [ ./gone.nix ]; }"),
        (vec!["a".into()], 0, true)
    );
}

#[test]
fn types_of_other_options_are_found_in_both_spellings() {
    let text = "{ imports = [ { freeformType = 1; } { _module.freeformType = 2; } ]; }";
    assert_eq!(declared(text), (Vec::new(), 2, false));
}

#[test]
fn what_runs_on_loan_leaves_the_rest() {
    let text = "{ loop = let f = n: f (n + 1); in f 0; fine = let g = n: n + 1; in g 1; }";
    with_main(text, |ev, main| {
        let main = main.items.first().map(|it| ev.force(it.value));
        let Some(Value::Attrs(main)) = main else { panic!("no set") };
        let value = |name: &str| main.get(name).map(|attr| attr.value).unwrap();
        let lent = ev.limited(1_000, |ev| ev.force(value("loop")));
        assert!(matches!(lent, Value::Unknown(_)));
        assert!(matches!(ev.force(value("fine")), Value::Int(2)));
    });
}
