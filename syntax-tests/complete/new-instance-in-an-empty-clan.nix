{
  meta.name = "example";
  inventory.instances = { };
  #                      ^ complete: admin borgbackup certificates data-mesher dm-dns dyndns
  # | emergency-access garage hello-world importer installer internet kde localbackup matrix-synapse
  # | monitoring mycelium ncps p2p-ssh-iroh packages pki sshd syncthing tor trusted-nix-caches users
  # | wifi wireguard yggdrasil zerotier
  #                      ^ complete borgbackup => inventory.instances = {${1:borgbackup} = {
  # |   module.name = "borgbackup";
  # |   module.input = "clan-core";
  # |   roles.client.${2:tags = [ "all" ]};
  # |   roles.server.${3:tags = [ "all" ]};
  # | };$0 };
}
