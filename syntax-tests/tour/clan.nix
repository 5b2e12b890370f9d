# Two laptops that back up to a server, and three mistakes.
{
  meta.name = "tour";

  inventory.machines = {
    jon.tags = [ "laptop" "backup" ];
    sara.tags = [ "laptop" "backup" ];
    vault.tags = [ "server" ];
  };

  inventory.instances = {
    nightly = {
      module.name = "borgbackup";
      module.input = "clan-core";
      roles.client.tags = [ "backup" ];
      #                     ^^^^^^^^ hover: tag backup: 2 machines
      # |
      # | machine  from
      # | jon      clan.nix:6
      # | sara     clan.nix:7
      # |
      # | used by         at
      # | nightly client  clan.nix:15
      roles.servr.machines.vault = { };
      #     ^ complete: server client
      #     ^^^^^ error[unknown-role]: `borgbackup` has no role `servr`: did you mean `server`?
    };

    sshd = {
      roles.server.tags = [ "laptops" "server" ];
      #                     ^^^^^^^^^ warning[unknown-tag]: no machine carries the tag `laptops`: did you mean `laptop`?
      roles.client.machines.all = { };
      #                     ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
    };
  };
}
# show: nightly.client = jon (tag backup), sara (tag backup)
# show: sshd.server = vault (tag server)
