{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  #                   ^ rename: john
  # | -   inventory.machines.jon.tags = [ "backup" ];
  # | +   inventory.machines.john.tags = [ "backup" ];
  # | inventory.json:
  # | -     "roles": { "client": { "machines": { "jon": {} }, "tags": { "backup": {} } } } } }
  # | +     "roles": { "client": { "machines": { "john": {} }, "tags": { "backup": {} } } } } }
}
