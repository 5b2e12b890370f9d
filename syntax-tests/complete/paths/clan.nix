{
  meta.name = "example";
  imports = [
    ./mach
    #     ^ complete: "clan.nix" "machines.nix" machines/ modules/
    # <------ error[missing-file]: `./mach` does not exist
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
    #                             ^^^^^^^^^^^^ warning[missing-file]: `./modules/nt` does not exist; nobody reads it until a machine is built
    roles.client.settings.x = ../outside;
    #                              ^ complete: (none)
    roles.server.settings.y = "./mod";
    #                              ^ complete: (none)
    # not in a comment: ./mod
  };
}
