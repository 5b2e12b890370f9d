# A machine is defined wherever a name makes it one; its folder is told by a file in it.
{
  meta.name = "example";
  imports = [ ./more.nix ];
  inventory.machines.jon = { };
  machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.jon = { };
    #                     ^^^ definition: clan.nix:5:22 more.nix:2:22 inventory.json:1:17
    # | clan.nix:6:12 machines/jon/configuration.nix:1:1
    roles.client.machines.nobody = { };
    #                     ^^^^^^ definition: (none)
    #                     ^^^^^^ warning[unknown-machine]: no machine is called `nobody`
  };
}
