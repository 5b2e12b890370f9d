# All that has a name is found by a part of it: beginnings of words first, then what is shorter.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "backup" ];
  inventory.machines."my-server" = { };
  inventory.tags.slow = [ "jon" ];
  inventory.instances.backup-server = {
    module.name = "borgbackup";
    roles.server.machines."my-server" = { };
    roles.client.tags = [ "all" ];
  };
  modules.my-service = { };
}
# symbol: serv
# | role server (backup-server) clan.nix:9:11
# | machine my-server clan.nix:5:22
# | service my-service clan.nix:12:11
# | instance backup-server clan.nix:7:23
# symbol: bs
# | instance backup-server clan.nix:7:23
# symbol: ms
# | machine my-server clan.nix:5:22
# | service my-service clan.nix:12:11
# symbol: all
# | (none)
# symbol:
# | service my-service clan.nix:12:11
# | instance backup-server clan.nix:7:23
# | role client (backup-server) clan.nix:10:11
# | role server (backup-server) clan.nix:9:11
# | tag backup clan.nix:4:35
# | tag slow clan.nix:6:18
# | machine jon clan.nix:4:22
# | machine my-server clan.nix:5:22
# symbol: xyz
# | (none)
