{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.instances.one = {  };
  #                           ^ complete: roles
  #                           ^ complete module => (absent)
  inventory.instances.one.module = { name = "borgbackup";  };
  #                                                       ^ complete: input
  inventory.instances.one.module.
  #                              ^ complete: input
  #                             ^ error[syntax]: expected a name after `.`
  inventory.instances.two = {
    module.name = "borgbackup";
    mod
    #  ^ complete: module roles
    # <--- error[syntax]: expected `=` and a value after `mod`
    roles.client = { tags = [ "laptop" ]; se };
    #                                       ^ complete settings => roles.client = { tags = [ "laptop" ]; settings };
    #                                       ^ complete: machines settings extraModules
    #                                     ^^ error[syntax]: expected `=` and a value after `se`
    roles.server.
    #            ^ complete: machines settings extraModules
    #           ^ error[syntax]: expected a name after `.`
    roles.server.machines.jon = { };
    #                            ^ complete: settings
    roles.server.machines.jon.
    #                         ^ complete settings => roles.server.machines.jon.settings
    #                        ^ error[syntax]: expected a name after `.`
    roles.server.tags = { laptop = { settings = { }; }; all = { }; };
    #                                               ^ complete: (none)
    #                                                          ^ complete: settings
  };
}
