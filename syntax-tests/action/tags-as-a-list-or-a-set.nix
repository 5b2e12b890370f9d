{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" "a.b" ];
  inventory.instances.sshd.roles = {
    server.tags = [ "laptop" "a.b" ];
    #                 ^ action: Write the tags as a set
    # | -     server.tags = [ "laptop" "a.b" ];
    # | +     server.tags = { laptop = { }; "a.b" = { }; };
    client.tags = [
    #       ^ action: Write the tags as a set
    # | -     client.tags = [
    # | -       "laptop" # at home
    # | -       "all"
    # | -     ];
    # | +     client.tags = {
    # | +       laptop = { }; # at home
    # | +       all = { };
    # | +     };
      "laptop" # at home
      "all"
    ];
  };
  inventory.instances.wifi.roles.default = {
    tags = {
      "a.b" = { };
      # ^ action: Write the tags as a list
      # | -     tags = {
      # | -       "a.b" = { };
      # | -       all = { }; # everybody
      # | -     };
      # | +     tags = [
      # | +       "a.b"
      # | +       "all" # everybody
      # | +     ];
      all = { }; # everybody
    };
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    roles.client.tags.laptop = { };
    #                  ^ action: Write the tags as a list
    # | -     roles.client.tags.laptop = { };
    # | -     roles.client.tags.all = { };
    # | +     roles.client.tags = [ "laptop" "all" ];
    roles.client.tags.all = { };
    roles.server.tags = { all.settings.directory = "/srv"; };
    #             ^ actions: (none)
  };
  inventory.instances.two-pieces = {
    module.name = "sshd";
    roles.server.tags = { laptop = { }; };
    #             ^ actions: (none)
    roles.server.tags.all = { };
  };
}
