{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" "forgotten" ];
    #                     ^^^^^^^^^^^ hint[unused-tag]: no role uses the tag `forgotten`
    mac = { machineClass = "darwin"; tags = [ "nixos" ]; };
    #                                         ^^^^^^^ info[class-tag-mismatch]: `mac` is a darwin machine and gets what the tag `nixos` gives by this
  };
  modules.idle = { _class = "clan.service"; manifest.name = "idle"; roles.default = { }; };
  #       ^^^^ hint[unused-module]: this clan has no instance of its service `idle`
  #                                         ^^^^^^^^ hint[missing-description]: the service `idle` has no `manifest.readme`: Clan warns of that
  #                                                                       ^^^^^^^ hint[missing-description]: the role `default` has no description: Clan warns of that
  modules.ci = { _class = "clan.service"; manifest.name = "ci"; manifest.readme = "x"; roles.default.description = "x"; };
  inventory.instances.empty.module.name = "sshd";
  #                   ^^^^^ info[no-members]: no machine takes part in `empty`: none of its roles names one, or a tag
  inventory.instances.purpose = { module.name = "sshd"; roles.server.machines = { }; };
  inventory.instances.b1 = {
    module.name = "borgbackup";
    roles.client.tags = [ "laptop" ];
    roles.client.machines.jon = { };
    #                     ^^^ hint[redundant-member]: `jon` has this role by the tag `laptop` already
    roles.server.machines.mac = { };
  };
  inventory.instances.b2 = {
    module = { name = "borgbackup"; input = "clan-core"; };
    #                                       ^^^^^^^^^^^ hint[split-service]: `b1` is an instance of `borgbackup` without an input: Clan takes that for another service than this one
    roles.client.tags = [ "laptop" ];
    roles.client.machines.jon.settings.startAt = "daily";
    roles.server.machines.mac = { };
  };
  inventory.instances.ci = { module.input = "self"; roles.default.tags.all = { }; };
}

