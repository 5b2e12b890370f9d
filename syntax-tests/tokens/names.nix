# The names of a clan are coloured, each as what it is, wherever it stands; the rest is left to others.
{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "laptop" "" ] ++ [ "travels" ];
    "a.b" = { tags = [ "laptop" ]; description = "é ${toString 1}"; };
    inherit ({ ada = { }; }) ada;
  };
  inventory.tags.both = [ "jon" "a.b" ];
  inventory.instances = {
    bk = {
      module.name = "borgbackup";
      module.input = "clan-core";
      roles.client.tags = [ "all" "laptop" ];
      roles.client.settings.exclude = [ "*.pyc" ];
      roles."server".machines."a.b".settings = { directory = "/srv"; };
    };
    own.module = { name = "mine"; input = "self"; };
    own.roles.peer.tags.laptop.settings.deep.er = 1;
    #                                   ^^^^ error[unknown-setting]: the role `peer` of `mine` has no setting `deep`; it has none
  };
  modules.mine = { _class = "clan.service"; roles.peer = { }; };
  #              ^ warning[module-without-name]: the service `mine` does not name itself: set `manifest.name`
  machines.jon = { networking.hostName = "jon"; };
  specialArgs.jon = { inventory.machines.jon = { }; };
}
# tokens:
# | 5: new machine jon, tag laptop, tag travels
# | 6: new machine a.b, tag laptop
# | 7: new machine ada
# | 9: new tag both, machine jon, machine a.b
# | 11: new instance bk
# | 12: service borgbackup of Clan
# | 13: input clan-core
# | 14: role client, tag all of Clan, tag laptop
# | 15: role client, setting exclude
# | 16: role server, machine a.b, setting directory
# | 18: new instance own, service mine, input self
# | 19: new instance own, role peer, tag laptop, setting deep, setting er
# | 21: new service mine
# | 22: new machine jon
