{
  meta.name = "example";
  imports = [
    ./mach
    #     ^ complete: "clan.nix" "machines.nix" machines/ modules/
    ./
    # ^ complete: "clan.nix" "machines.nix" machines/ modules/
    # <- error[syntax]: expected a name after `.`
    ./modules/
    #         ^ complete "ntfy.nix" => ./modules/ntfy.nix
  ];
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.extraModules = [ ./modules/nt ];
    #                                       ^ complete: "ntfy.nix"
    roles.client.settings.x = ../outside;
    #                              ^ complete: (none)
    roles.server.settings.y = "./mod";
    #                              ^ complete: (none)
    # not in a comment: ./mod
  };
}
