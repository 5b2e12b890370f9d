{ lib, ... }: {
  _module.args = lib.mkMerge [ { fleet = "home"; } (lib.mkIf true { domain = "lan"; }) ];
}
