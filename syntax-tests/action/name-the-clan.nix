{
# <- actions:
# | Name the clan "clan" (quickfix, preferred)
# <- action: Name the clan "clan"
# | +   meta.name = "clan";
# <- error[missing-option]: this clan has no name: set `meta.name`
  inventory.machines.jon = { };
}
