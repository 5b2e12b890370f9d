{
  meta.name = "example";
  inventory.machines = { jon.tags = [ "laptop" ]; "a.b" = { }; };
  inventory.instances = {
    bor
    #  ^ complete borgbackup => ${1:borgbackup} = {
    # |   module.name = "borgbackup";
    # |   module.input = "clan-core";
    # |   roles.client.${2|tags = [ "laptop" ],tags = [ "all" ],tags = [ "nixos" ],machines."a.b" = { },machines.jon = { }|};
    # |   roles.server.${3|tags = [ "laptop" ],tags = [ "all" ],tags = [ "nixos" ],machines."a.b" = { },machines.jon = { }|};
    # | };$0
    #  ^ complete sshd => ${1:sshd_2} = {
    # |   module.name = "sshd";
    # |   module.input = "clan-core";
    # |   roles.client.${2|tags = [ "laptop" ],tags = [ "all" ],tags = [ "nixos" ],machines."a.b" = { },machines.jon = { }|};
    # |   roles.server.${3|tags = [ "laptop" ],tags = [ "all" ],tags = [ "nixos" ],machines."a.b" = { },machines.jon = { }|};
    # | };$0
    # <--- error[syntax]: expected `=` and a value after `bor`
    sshd.module = { name = "sshd"; input = "clan-core"; };
    # <- complete: (none)
  };
  inventory.instances.
  #                   ^ complete sshd => inventory.instances.${1:sshd_2} = {
  # |   module.name = "sshd";
  # |   module.input = "clan-core";
  # |   roles.client.${2|tags = [ "laptop" ],tags = [ "all" ],tags = [ "nixos" ],machines."a.b" = { },machines.jon = { }|};
  # |   roles.server.${3|tags = [ "laptop" ],tags = [ "all" ],tags = [ "nixos" ],machines."a.b" = { },machines.jon = { }|};
  # | };$0
  #                  ^ error[syntax]: expected a name after `.`
}
