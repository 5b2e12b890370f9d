{
    inventory.instances.instance_1 = {
        module =  {
            name = "borgbackup";
            input = "clan-core";
        };

        # Machines can be added here.
        roles.client.machines."jon" {};
        #                     ^^^^^ error[syntax]:
        #                     ^^^^^ warning[unknown-machine]:
        roles.server.machines."backup_server" = {};
        #                     ^^^^^^^^^^^^^^^ warning[unknown-machine]:
    };
}
# show: module of instance_1 = borgbackup (from clan-core)
# show: instance_1.client = jon (machine)
# show: instance_1.server = backup_server (machine)
