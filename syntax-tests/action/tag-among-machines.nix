{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.sara = { };
  inventory.instances = {
    dotted = {
      module.name = "sshd";
      roles.server.machines.all = { };
      #                     ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
      #                     ^ action: Move `all` to `tags`
      # | -       roles.server.machines.all = { };
      # | +       roles.server.tags.all = { };
      roles.client.machines.all.settings.certificate.searchDomains = [ "a" ];
      #                     ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
      #                     ^ action: Move `all` to `tags`
      # | -       roles.client.machines.all.settings.certificate.searchDomains = [ "a" ];
      # | -       roles.client.machines.all.settings.x = 1;
      # | +       roles.client.tags.all.settings.certificate.searchDomains = [ "a" ];
      # | +       roles.client.tags.all.settings.x = 1;
      roles.client.machines.all.settings.x = 1;
      #                                  ^ error[unknown-setting]: the role `client` of `sshd` has no setting `x`; there is `certificate`
    };
    beside-a-list = {
      module.name = "sshd";
      roles.server.tags = [ "nixos" ];
      roles.server.machines.laptop = { };
      #                     ^^^^^^ warning[tag-used-as-machine]: `laptop` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
      #                     ^ action: Move `laptop` to `tags`
      # | -       roles.server.tags = [ "nixos" ];
      # | -       roles.server.machines.laptop = { };
      # | +       roles.server.tags = [ "nixos" "laptop" ];
      roles.client = {
        machines.sara = { };
        machines.all = {
        #        ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
        #        ^ action: Move `all` to `tags`
        # | -         machines.all = {
        # | -           settings.certificate.searchDomains = [
        # | -             "a"
        # | -           ];
        # | +         tags = {
        # | +           nixos = { }; # all of Linux
        # | +           all = {
        # | +             settings.certificate.searchDomains = [
        # | +               "a"
        # | +             ];
        # | +           };
        # | ...
        # | -         tags = [
        # | -           "nixos" # all of Linux
        # | -         ];
          settings.certificate.searchDomains = [
            "a"
          ];
        };
        tags = [
          "nixos" # all of Linux
        ];
      };
    };
    nested = {
      module.name = "sshd";
      roles.server = {
        machines = {
          all = { };
          # <--- warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
          # <- action: Move `all` to `tags`
          # | -           all = { };
          # | ...
          # | +         tags.all = { };
          jon = { };
        };
      };
      roles.client.machines = {
        nixos = { };
        # <----- warning[tag-used-as-machine]: `nixos` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
        # <- action: Move `nixos` to `tags`
        # | -       roles.client.machines = {
        # | +       roles.client.tags = {
      };
    };
    into-a-set = {
      module.name = "sshd";
      roles.server.machines = { all = { }; sara = { }; };
      #                         ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
      #                         ^ action: Move `all` to `tags`
      # | -       roles.server.machines = { all = { }; sara = { }; };
      # | -       roles.server.tags = { laptop = { }; };
      # | +       roles.server.machines = { sara = { }; };
      # | +       roles.server.tags = { laptop = { }; all = { }; };
      roles.server.tags = { laptop = { }; };
      roles.client.machines = { all = { }; sara.settings = { }; };
      #                         ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `client` by it; name it under `roles.client.tags`
      #                         ^ action: Move `all` to `tags`
      # | -       roles.client.machines = { all = { }; sara.settings = { }; };
      # | +       roles.client.machines = { sara.settings = { }; };
      # | ...
      # | +       roles.client.tags.all = { };
      roles.client.tags.laptop = { };
    };
    there-already = {
      module.name = "sshd";
      roles.server.machines.all = { };
      #                     ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
      #                     ^ action: Move `all` to `tags`
      # | -       roles.server.machines.all = { };
      roles.server.tags = [ "all" ];
    };
    computed = {
      module.name = "sshd";
      roles.server.machines.all = { };
      #                     ^^^ warning[tag-used-as-machine]: `all` is a tag, not a machine: nobody gets the role `server` by it; name it under `roles.server.tags`
      #                     ^ action: Move `all` to `tags`
      # | (absent)
      roles.server.tags = builtins.filter (tag: tag != "all") [ "nixos" ];
    };
  };
}
