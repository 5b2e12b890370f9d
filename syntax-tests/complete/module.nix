{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.bk = {
    module.name = "borg";
    #                  ^ complete: admin borgbackup certificates data-mesher dm-dns dyndns
    # | emergency-access garage hello-world importer installer internet kde localbackup
    # | matrix-synapse monitoring mycelium ncps p2p-ssh-iroh packages pki sshd syncthing tor
    # | trusted-nix-caches users wifi wireguard yggdrasil zerotier
    #                  ^ complete borgbackup => module.name = "borgbackup";
    #             ^^^^^^ error[unknown-module]: clan-core has no service `borg`
    roles.client.machines.jon = { };
  };
}
