{
  inventory.instances.bk = {
    module.name = "sshd";
    #             ^^^^^^ error[duplicate-instance]: the instance `bk` is already defined with another module
    roles.server.machines.jon = { };
  };
}
