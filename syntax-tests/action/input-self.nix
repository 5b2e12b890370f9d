{
  meta.name = "example";
  inventory.machines.jon = { };
  modules = rec {
    mine = {
      _class = "clan.service";
      manifest.name = "mine";
      roles.peer = { };
    };
    sshd = mine;
  };
  inventory.instances = {
    mine = { roles.peer.machines.jon = { }; };
    # ^ action: Use the service of this clan: `module.input = "self"`
    # | -     mine = { roles.peer.machines.jon = { }; };
    # | +     mine = { module.input = "self"; roles.peer.machines.jon = { }; };
    # <---- error[missing-input-self]: clan-core has no service `mine`, but this clan has: say so with `module.input = "self"`
    named = {
      module.name = "mine";
      #                ^ action: Use the service of this clan: `module.input = "self"`
      # | +       module.input = "self";
      #             ^^^^^^ error[missing-input-self]: clan-core has no service `mine`, but this clan has: say so with `module.input = "self"`
      roles.peer.machines.jon = { };
    };
    nested.module = { name = "mine"; input = "clan-core"; };
    # ^ action: Use the service of this clan: `module.input = "self"`
    # | -     nested.module = { name = "mine"; input = "clan-core"; };
    # | +     nested.module = { name = "mine"; input = "self"; };
    #                        ^^^^^^ error[missing-input-self]: clan-core has no service `mine`, but this clan has: say so with `module.input = "self"`
    dotted.module.name = "mine";
    # ^ action: Use the service of this clan: `module.input = "self"`
    # | +     dotted.module.input = "self";
    #                    ^^^^^^ error[missing-input-self]: clan-core has no service `mine`, but this clan has: say so with `module.input = "self"`
    own.module = { name = "mine"; input = "self"; };
    # <- actions:
    # | Write `own` as a block (refactor.rewrite)
  };
}
