# A service's manifest may bear another name than the one it is found by.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.ssh = {
    module.name = "clan-core/sshd";
    #             ^^^^^^^^^^^^^^^^ error[unknown-module]: clan-core has no service `clan-core/sshd`
    roles.server.machines.jon = { };
  };
}
