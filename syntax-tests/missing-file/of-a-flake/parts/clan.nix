{
  flake.clan = {
    meta.name = "example";
    imports = [ ../inventory ];
    #           ^^^^^^^^^^^^ error[missing-file]: `../inventory` does not exist
    inventory.machines.jon = { };
  };
}
