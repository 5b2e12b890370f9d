# Instances here never name the input, so a new one does not either.
{
  meta.name = "example";
  modules.hello = { };
  inventory.machines.jon = { };
  inventory.instances.sshd = { };
  inventory.instances.
  #                   ^ complete hello => inventory.instances.${1:hello} = {
  # |   module.name = "hello";
  # |   module.input = "self";
  # |   roles.${2:default}.${3|tags = [ "all" ],tags = [ "nixos" ],machines.jon = { }|};
  # | };$0
  #                   ^ complete users => inventory.instances.${1:users} = {
  # |   module.name = "users";
  # |   roles.default.${2|tags = [ "all" ],tags = [ "nixos" ],machines.jon = { }|};
  # | };$0
  #                  ^ error[syntax]: expected a name after `.`
}
