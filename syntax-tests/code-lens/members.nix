{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    vault = { };
  };
  inventory.tags.lab = [ "vault" ];
  inventory.instances.bk = {
  #                   ^^ lens: 2 roles, 3 machines
  # | clan.nix:4:18 clan.nix:5:19 clan.nix:8:26 clan.nix:4:5 clan.nix:5:5 clan.nix:6:5
    module.name = "borgbackup";
    # ^ lens: (none)
    roles.client.tags = [ "backup" "lab" ];
    #     ^^^^^^ lens: 3 machines
    # | clan.nix:4:18 clan.nix:5:19 clan.nix:8:26
    roles.client.machines.jon = { };
    #     ^^^^^^ lens: (none)
    roles.server.tags = [ "all" ];
    #     ^^^^^^ lens: 3 machines
    # | clan.nix:4:5 clan.nix:5:5 clan.nix:6:5
    #                      ^ lens: (none)
  };
  inventory.instances."one more" = { };
  #                   ^^^^^^^^^^ lens: 0 roles, 0 machines
  #                   ^^^^^^^^^^ error[unknown-module]: clan-core has no service `one more`; without `module.name` the instance's name stands for the service
}
