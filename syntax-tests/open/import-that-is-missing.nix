# The file is yet to be generated.
{
  meta.name = "example";
  imports = [ ./generated.nix ];
  #           ^^^^^^^^^^^^^^^ error[missing-file]: `./generated.nix` does not exist
  inventory.machines.jon = { };
  inventory.instances.sshd = {
    roles.server.machines.server = { };
    roles.client.tags = [ "laptop" ];
  };
}
