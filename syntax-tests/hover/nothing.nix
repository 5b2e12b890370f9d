{
  meta.name = "example";
  # <---- hover: (none)
  inventory.machines.jon = { };
  #                      ^ hover: (none)
  # A comment that names jon.
  #                      ^^^ hover: (none)
}
