{
  meta.name = "example";
  # <--------- related[duplicate-attribute]: first defined here
  meta.name = "other";
  # <--------- error[duplicate-attribute]: `meta.name` is already defined
  inventory.machines.jon = { tags = [ "laptop" ]; tags = [ "phone" ]; };
  #                                               ^^^^ error[duplicate-attribute]: `tags` is already defined
  #                          ^^^^ related[duplicate-attribute]: first defined here
  inventory.machines."sara".tags = [ ];
  # <------------------------------ related[duplicate-attribute]: first defined here
  inventory.machines.sara = { tags = [ "laptop" ]; };
  #                           ^^^^ error[duplicate-attribute]: `tags` is already defined
}
