//! The clans of the tutorial, as a reader would have typed them.

use crate::fleet::Fleet;

const CLAN: &str = "{ meta.name = \"t\"; imports = [ ./snippet.nix ]; }\n";

fn clan(snippet: &str) -> Fleet {
    Fleet::new(&[("clan.nix", CLAN), ("snippet.nix", snippet)])
}

/// The first example, in which an `=` is missing.
pub(crate) fn first() -> Fleet {
    clan(
        r#"{
    inventory.instances.instance_1 = {
        module =  {
            name = "borgbackup";
            input = "clan-core";
        };

        # Machines can be added here.
        roles.client.machines."jon" {};
        roles.server.machines."backup_server" = {};
    };
}
"#,
    )
}

/// Clients by tag.
pub(crate) fn tagged() -> Fleet {
    clan(
        r#"{
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
            roles.server.machines."backup_server" = {};
        };
    };
}
"#,
    )
}

/// Two instances of one service.
pub(crate) fn twice() -> Fleet {
    clan(
        r#"{
    inventory = {
        machines = {
            "jon" = {};
            "backup_server" = {};
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
"#,
    )
}
