# A name that a function compares with is no place of the thing; renaming would change who carries the tag.
{
  meta.name = "example";
  inventory.tags = { config, ... }: {
    peers = builtins.filter (name: name != "eve") config.nixos;
    #                                        ^ rename: other
    # | refused: no machine, tag, instance, role, setting or input is named here
  };
  inventory.machines.eve = { };
  #                   ^ rename: other
  # | refused: it would change more than the name: the machine `other` would be another
  inventory.machines.jon = { };
  #                   ^ rename: john
  # | -   inventory.machines.jon = { };
  # | +   inventory.machines.john = { };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "peers" ];
    #                       ^ rename: others
    # | -     peers = builtins.filter (name: name != "eve") config.nixos;
    # | +     others = builtins.filter (name: name != "eve") config.nixos;
    # | ...
    # | -     roles.client.tags = [ "peers" ];
    # | +     roles.client.tags = [ "others" ];
    roles.server.machines.eve = { };
  };
}
