{
    inventory = {
        machines = {
            "jon" = {
                tags = [ "backup" ];
            };
            "sara" = {
                tags = [ "backup" ];
            };
        };

        instances.instance_1 = {
            module =  {
                name = "borgbackup";
                input = "clan-core";
            };

            roles.client.tags =  [ "backup" ];
            #                      ^^^^^^^^ hover: tag backup: 2 machines
            # |
            # | machine  from
            # | jon      snippet.nix:5
            # | sara     snippet.nix:8
            # |
            # | used by            at
            # | instance_1 client  snippet.nix:18
            #                       ^ complete: all backup nixos
            roles.server.machines."backup_server" = {};
            #                     ^^^^^^^^^^^^^^^ warning[unknown-machine]: no machine is called `backup_server`
        };
    };
}
# show: machines = jon, sara
# show: tag backup = jon, sara
# show: tags of jon = backup, all, nixos
# show: instance_1.client = jon (tag backup), sara (tag backup)
# show: instance_1.server = backup_server (machine)
