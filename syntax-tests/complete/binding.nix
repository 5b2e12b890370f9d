# Where there is room, a key comes with the frame of its value, for editors that have snippets.
{
  meta.name = "x";
  inventory.machines.jon = {
    ta
    # ^ binding: tags
    # | tags = [ $1 ];$0
    # ^ complete tags => tags
    # <-- error[syntax]: expected `=` and a value after `ta`
    desc
    #   ^ binding: description
    # | (none)
    # <---- error[syntax]: expected `=` and a value after `desc`
  };
  inventory.machines.sara = { ta };
  #                             ^ binding: tags
  # | inventory.machines.sara = { tags = [ $1 ];$0 };
  #                           ^^ error[syntax]: expected `=` and a value after `ta`
  inventory.machines.ada = { ta deploy.targetHost = "ada"; };
  #                            ^ binding: tags
  # | (none)
  #                          ^^ error[syntax]: expected `=` and a value after `ta`
  inventory.machines.eve = {
    tags = [ ];
    # ^ binding: tags
    # | (none)
    #   ^ binding: tags
    # | (none)
    ma
    # ^ binding: machineClass
    # | (none)
    # <-- error[unknown-option]: a machine has no option `ma`
    # It goes on below.
    = "nixos";
  };
  inventory.instances.users = {
    module.
    #      ^ binding: name
    # | module.name = $1;$0
    #     ^ error[syntax]: expected a name after `.`
    roles.default = {
      ta
      # ^ binding: tags
      # | (none)
      # ^ binding: extraModules
      # | extraModules = [ $1 ];$0
      # <-- error[syntax]: expected `=` and a value after `ta`
    };
    roles.default.settings = { user = "jon"; };
    roles.default.machines.jon.settings = {  };
    #                                       ^ binding: user
    # | roles.default.machines.jon.settings = { user = "$1";$0 };
    #                                       ^ binding: prompt
    # | roles.default.machines.jon.settings = { prompt = ${1|false,true|};$0 };
    #                                       ^ binding: groups
    # | roles.default.machines.jon.settings = { groups = [ "$1" ];$0 };
    roles.default.machines.eve.settings = { "pro" };
    #                                           ^ binding: prompt
    # | (none)
    #                                           ^ error[syntax]: expected `=` and a value after `"pro"`
    roles.default.tags.all.settings.pro
    #                                  ^ binding: prompt
    # | roles.default.tags.all.settings.prompt = ${1|false,true|};$0
    #                               ^^^ error[syntax]: expected `=` and a value after `roles.default.tags.all.settings.pro`
  };
  inventory.instances.bk.module.name = "borgbackup";
  inventory.instances.bk.roles.client.settings.ex
  #                                              ^ binding: exclude
  # | inventory.instances.bk.roles.client.settings.exclude = [ "$1" ];$0
  #                                            ^^ error[syntax]: expected `=` and a value after `inventory.instances.bk.roles.client.settings.ex`
  inventory.instances.bk.roles.client.settings.de
  #                                              ^ binding: destinations
  # | (none)
  #                                            ^^ error[syntax]: expected `=` and a value after `inventory.instances.bk.roles.client.settings.de`
}
