{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" ];
    ada = { };
    bob = {
      description = "the third";
    };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.machines = { jon = { }; ada = { }; bob = { }; };
    #      ^ action: Give these machines a tag of their own: `bk-client`
    # | -     jon.tags = [ "laptop" ];
    # | -     ada = { };
    # | +     jon.tags = [ "laptop" "bk-client" ];
    # | +     ada.tags = [ "bk-client" ];
    # | ...
    # | +       tags = [ "bk-client" ];
    # | ...
    # | -     roles.client.machines = { jon = { }; ada = { }; bob = { }; };
    # | +     roles.client.tags = [ "bk-client" ];
    roles.server = {
      machines.jon = { };
      #          ^ action: Give these machines a tag of their own: `bk-server`
      # | -     jon.tags = [ "laptop" ];
      # | -     ada = { };
      # | +     jon.tags = [ "laptop" "bk-server" ];
      # | +     ada.tags = [ "bk-server" ];
      # | ...
      # | -       machines.jon = { };
      # | -       machines.ada = { };
      # | +       tags = [ "bk-server" ];
      machines.ada = { };
      settings.directory = "/srv";
    };
  };
  inventory.instances.sshd = {
    roles.server.machines = {
      jon = { };
      # <- action: Give these machines a tag of their own: `sshd-server`
      # | -     jon.tags = [ "laptop" ];
      # | -     ada = { };
      # | +     jon.tags = [ "laptop" "sshd-server" ];
      # | +     ada.tags = [ "sshd-server" ];
      # | ...
      # | -       jon = { };
      # | -       ada = { };
      # | ...
      # | +     roles.server.tags.sshd-server = { };
      ada = { };
      bob.settings.certificate.searchDomains = [ "b" ];
    };
    roles.client = {
      tags = [ "laptop" ];
      machines = {
      #   ^ action: Give these machines a tag of their own: `sshd-client`
      # | -     ada = { };
      # | +     ada.tags = [ "sshd-client" ];
      # | ...
      # | +       tags = [ "sshd-client" ];
      # | ...
      # | -       tags = [ "laptop" ];
      # | -       machines = {
      # | -         ada = { };
      # | -         bob = { };
      # | -       };
      # | +       tags = [ "laptop" "sshd-client" ];
        ada = { };
        bob = { };
      };
    };
  };
  inventory.instances.wifi.roles.default.machines.jon = { };
  #                               ^ actions: (none)
}
