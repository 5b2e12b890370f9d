# `extraModules` is no setting: it stands beside them.
{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.instances.dotted = {
    module.name = "sshd";
    roles.client.tags.all = { };
    roles.client.settings.extraModules = [ { } ];
    #                     ^ actions:
    # | Move `extraModules` out of `settings` (quickfix, preferred)
    #                     ^ action: Move `extraModules` out of `settings`
    # | -     roles.client.settings.extraModules = [ { } ];
    # | +     roles.client.extraModules = [ { } ];
    #                     ^^^^^^^^^^^^ error[unknown-setting]: `extraModules` is no setting: it stands beside `settings`, in `roles.client`
    roles.server.machines.jon = { };
    roles.server.settings.extraModules = { };
    #                     ^ action: Move `extraModules` out of `settings`
    # | -     roles.server.settings.extraModules = { };
    # | +     roles.server.extraModules = [ { } ];
    #                     ^^^^^^^^^^^^ error[unknown-setting]: `extraModules` is no setting: it stands beside `settings`, in `roles.server`
  };
  inventory.instances.nested = {
    module.name = "sshd";
    roles.client = {
      tags.all = { };
      settings = {
        extraModules = [
        # <- action: Move `extraModules` out of `settings`
        # | -         extraModules = [
        # | -           { }
        # | -         ];
        # | ...
        # | +       extraModules = [
        # | +         { }
        # | +       ];
        # <------------ error[unknown-setting]: `extraModules` is no setting: it stands beside `settings`, in `roles.client`
          { }
        ];
        certificate.searchDomains = [ "example.org" ];
      };
    };
    roles.server = {
      tags.all = { };
      settings = { extraModules = [ { } ]; };
      #             ^ action: Move `extraModules` out of `settings`
      # | -       settings = { extraModules = [ { } ]; };
      # | +       extraModules = [ { } ];
      #            ^^^^^^^^^^^^ error[unknown-setting]: `extraModules` is no setting: it stands beside `settings`, in `roles.server`
    };
  };
  inventory.instances.there = {
    module.name = "sshd";
    roles.client.tags.all = { };
    roles.client.settings.extraModules = [ { } ];
    #                     ^ actions: (none)
    #                     ^^^^^^^^^^^^ error[unknown-setting]: `extraModules` is no setting: it stands beside `settings`, in `roles.client`
    roles.client.extraModules = [ { } ];
    roles.server.tags.all = { };
    roles.server.tags.all.settings.extraModules = [ { } ];
    #                              ^ actions: (none)
    #                              ^^^^^^^^^^^^ error[unknown-setting]: `extraModules` is no setting: it stands beside `settings`, in `roles.server`
  };
}
