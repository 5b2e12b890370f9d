{
  meta.name = "example";
  inventory.machines.jon = { };
  inventory.machines."sa.ra" = { };
  inventory.instances = {
    alone = {
      module.name = "sshd";
      roles.server.tags = [ "jon" ];
      #                     ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `server` by it; name it under `roles.server.machines`
      #                     ^ action: Move `jon` to `machines`
      # | -       roles.server.tags = [ "jon" ];
      # | +       roles.server.machines.jon = { };
      roles.client.tags."sa.ra" = { };
      #                 ^^^^^^^ warning[machine-used-as-tag]: `sa.ra` is a machine, not a tag: it does not get the role `client` by it; name it under `roles.client.machines`
      #                 ^ action: Move `sa.ra` to `machines`
      # | -       roles.client.tags."sa.ra" = { };
      # | +       roles.client.machines."sa.ra" = { };
    };
    among-others = {
      module.name = "sshd";
      roles.server.tags = [ "all" "jon" "sa.ra" ];
      #                           ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `server` by it; name it under `roles.server.machines`
      #                           ^ action: Move `jon` to `machines`
      # | -       roles.server.tags = [ "all" "jon" "sa.ra" ];
      # | +       roles.server.tags = [ "all" "sa.ra" ];
      # | +       roles.server.machines.jon = { };
      #                                 ^^^^^^^ warning[machine-used-as-tag]: `sa.ra` is a machine, not a tag: it does not get the role `server` by it; name it under `roles.server.machines`
      #                                 ^ action: Move `sa.ra` to `machines`
      # | -       roles.server.tags = [ "all" "jon" "sa.ra" ];
      # | +       roles.server.tags = [ "all" "jon" ];
      # | +       roles.server.machines."sa.ra" = { };
      roles.client = {
        tags = [
          "all"
          "jon"
          # <----- warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `client` by it; name it under `roles.client.machines`
          # <- action: Move `jon` to `machines`
          # | -           "jon"
          # | ...
          # | +         machines.jon = { };
        ];
        machines."sa.ra" = { };
      };
    };
    there-already = {
      module.name = "sshd";
      roles.server.tags = [ "jon" ];
      #                     ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `server` by it; name it under `roles.server.machines`
      #                     ^ action: Move `jon` to `machines`
      # | -       roles.server.tags = [ "jon" ];
      roles.server.machines.jon = { };
      roles.client.tags = [ "all" "jon" ];
      #                           ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `client` by it; name it under `roles.client.machines`
      #                           ^ action: Move `jon` to `machines`
      # | -       roles.client.tags = [ "all" "jon" ];
      # | +       roles.client.tags = [ "all" ];
      roles.client.machines = { jon = { }; };
    };
    into-a-set = {
      module.name = "sshd";
      roles.server.tags = [ "jon" ];
      #                     ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `server` by it; name it under `roles.server.machines`
      #                     ^ action: Move `jon` to `machines`
      # | -       roles.server.tags = [ "jon" ];
      # | ...
      # | +         jon = { };
      roles.server.machines = {
        "sa.ra" = { };
      };
    };
    appended = {
      module.name = "sshd";
      roles.server.tags = [ "all" ] ++ [ "jon" ];
      #                                  ^^^^^ warning[machine-used-as-tag]: `jon` is a machine, not a tag: it does not get the role `server` by it; name it under `roles.server.machines`
      #                                  ^ action: Move `jon` to `machines`
      # | -       roles.server.tags = [ "all" ] ++ [ "jon" ];
      # | +       roles.server.tags = [ "all" ] ++ [ ];
      # | +       roles.server.machines.jon = { };
    };
  };
}
