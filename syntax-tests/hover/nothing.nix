{
  meta.name = "example";
  # <---- hover:
  inventory.machines.jon = { };
  #                      ^ hover:
  # A comment that names jon.
  #                      ^^^ hover:
}
