{ clan-core, ... }:
{
  meta.name = "example";
  inventory.machines = clan-core.machines // { jon.tags = [ "backup" ]; };
  inventory.instances.bk = {
  #                   ^^ lens: 1 role, 1+ machines
  # | clan.nix:4:61
    module.name = "borgbackup"
    #                        ^ error[syntax]: missing `;` after `"borgbackup"`
    # | fix => module.name = "borgbackup";
    roles.client.tags = [ "backup" ];
    #     ^^^^^^ lens: 1+ machines
    # | clan.nix:4:61
    roles.server.
    #     ^ lens: (none)
    #           ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.
  #                  ^ error[syntax]: expected a name after `.`
}
