{ inputs, self, ... }:
{
  clan = {
    meta.name = "example";
    inventory.instances.sshd = {
      roles.server.tags = [ "all" ];
      #                       ^ complete: all laptop nixos
      roles.client.machines.sarah = { };
      #                     ^^^^^ warning[unknown-machine]: no machine is called `sarah`: did you mean `sara`?
    };
  };
}
