# The clan pins another clan-core than the one by which it is judged: verdicts are milder.
{
  inputs.clan.url = "https://git.clan.lol/clan/clan-core/archive/main.tar.gz";
  outputs = { self, clan }: {
    clan = clan.lib.clan {
      inherit self;
      meta.name = "example";
      inventory.machines.jon.tag = [ "laptop" ];
      #                      ^^^ warning[unknown-option]: a machine has no option `tag`: did you mean `tags`? (judged by clan-core d7c35d9; this clan pins another version)
      inventory.machines.sara.colour = "red";
      #                       ^^^^^^ info[unknown-option]: a machine has no option `colour` (judged by clan-core d7c35d9; this clan pins another version)
      inventory.instances.bk = {
        module = { name = "borgbackup"; input = "clan"; };
        roles.client.machines.jon.settings.startsAt = "daily";
        #                                  ^^^^^^^^ info[unknown-setting]: the role `client` of `borgbackup` has no setting `startsAt`: did you mean `startAt`? (judged by clan-core d7c35d9; this clan pins another version)
        roles.client.machines.sara.settings.startAt = 3;
        #                                             ^ info[wrong-setting-type]: `startAt` takes a string, not 3 (judged by clan-core d7c35d9; this clan pins another version)
        roles.server.settings = { lib, ... }: { };
        #                       ^^^^^^^^^^^^^^^^^ info[invalid-settings]: settings are a set of plain values, not a function (judged by clan-core d7c35d9; this clan pins another version)
        roles.helper.machines.sara = { };
        #     ^^^^^^ warning[unknown-role]: `borgbackup` has no role `helper`; it has `client` and `server` (judged by clan-core d7c35d9; this clan pins another version)
      };
      inventory.instances.dns = { module.name = "coredns"; roles.server.machines.jon = { }; };
      #                                         ^^^^^^^^^ warning[removed-service]: the service `coredns` moved out of clan-core into the flake https://git.clan.lol/clan/clan-community (judged by clan-core d7c35d9; this clan pins another version)
    };
  };
}
