{
    inventory.instances.instance_1 = {
        module =  {
            name = "borgbackup";
            input = "clan-core";
        };

        # Machines can be added here.
        roles.client.machines."jon" {};
        #                         ^ error[syntax]: missing `=` after `roles.client.machines."jon"`
        # | fix => roles.client.machines."jon" = {};
        #                     ^^^^^ warning[unknown-machine]: no machine is called `jon`
        roles.server.machines."backup_server" = {};
        #                     ^^^^^^^^^^^^^^^ warning[unknown-machine]: no machine is called `backup_server`
    };
}
# show: module of instance_1 = borgbackup (from clan-core)
# show: instance_1.client = jon (machine)
# show: instance_1.server = backup_server (machine)
