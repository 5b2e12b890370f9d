{
  meta.name = "example";
  modules.greeter = ./greeter.nix;
  #       ^ actions:
  # | Remove `greeter` (quickfix)
  #       ^ action: Remove `greeter`
  # | -   modules.greeter = ./greeter.nix;
  #       ^^^^^^^ hint[unused-module]: this clan has no instance of its service `greeter`
  modules.other = {
  #       ^ action: Remove `other`
  # | -   modules.other = {
  # | -     _class = "clan.service";
  # | -     manifest.name = "other";
  # | -   };
  #       ^^^^^ hint[unused-module]: this clan has no instance of its service `other`
  #               ^ hint[module-without-roles]: the service `other` has no roles, so nobody can take part in it
    _class = "clan.service";
    manifest.name = "other";
    # <-------- hint[missing-description]: the service `other` has no `manifest.readme`: Clan warns of that
  };
  inventory.machines = {
    jon.tags = [ "laptop" "phone" ];
    #                       ^ actions:
    # | Remove `phone` (quickfix)
    #                       ^ action: Remove `phone`
    # | -     jon.tags = [ "laptop" "phone" ];
    # | +     jon.tags = [ "laptop" ];
    #                     ^^^^^^^ hint[unused-tag]: no role uses the tag `phone`
    sara.tags = [ "berlin" "berlin" ];
    #               ^ action: Remove `berlin`
    # | -     sara.tags = [ "berlin" "berlin" ];
    # | +     sara.tags = [ ];
    #             ^^^^^^^^ hint[unused-tag]: no role uses the tag `berlin`
    server.tags = [
      "laptop" # it moves
      "berlin"
      # <- action: Remove `berlin`
      # | -       "berlin"
      # <-------- hint[unused-tag]: no role uses the tag `berlin`
    ];
  };
  inventory.tags.office = [ "server" ];
  #              ^ actions: (none)
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags = [ "laptop" ];
    roles.client.machines.jon = { };
    #                     ^ actions:
    # | Remove `jon` (quickfix, preferred)
    #                     ^ action: Remove `jon`
    # | -     roles.client.machines.jon = { };
    #                     ^^^ hint[redundant-member]: `jon` has this role by the tag `laptop` already
    roles.server.tags = [ "laptop" ];
    roles.server.machines = {
      jon = { };
      # <- action: Remove `jon`
      # | -       jon = { };
      # <--- hint[redundant-member]: `jon` has this role by the tag `laptop` already
      sara = { };
    };
  };
}
