{
  meta.name = "example";
  # <---- hover: option meta
  # |
  # | type: submodule
  # |
  # | What the clan is called, and its domain.
  # |
  # | source: clan-core d7c35d9 (built in)
  inventory.machines.jon = { };
  #                      ^ hover: (none)
  # A comment that names jon.
  #                      ^^^ hover: (none)
}
