{
    inventory = {
        machines = {
            "jon" = {};
            "backup_server" = {};
            # <--------------- hover: machine backup_server (nixos), defined in snippet.nix:5
            # |
            # | role               through
            # | instance_1 server  by name (snippet.nix:17)
            # | instance_2 client  by name (snippet.nix:26)
            # |
            # | tag    from
            # | all    built in
            # | nixos  built in
            "backup_backup_server" = {};
        };

        instances = {
            instance_1 = {
                module =  {
                    name = "borgbackup";
                    input = "clan-core";
                };

                roles.client.machines."jon" = {};
                roles.server.machines."backup_server" = {};
            };

            instance_2 = {
                module =  {
                    name = "borgbackup";
                    input = "clan-core";
                };

                roles.client.machines."backup_server" = {};
                roles.server.machines."backup_backup_server" = {};
            };
        };
    };
}
# show: instances = instance_1, instance_2
# show: instance_1.client = jon (machine)
# show: instance_1.server = backup_server (machine)
# show: instance_2.client = backup_server (machine)
# show: instance_2.server = backup_backup_server (machine)
