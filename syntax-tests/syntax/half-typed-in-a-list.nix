# What a list has lost is not missed elsewhere.
{
  meta.name = "example";
  inventory.machines.jon.tags = [
  #                             ^ error[syntax]: `[` is never closed: missing `]`
  # | fix => inventory.machines.jon.tags = [];
    module.name = "bo
    #             ^ error[syntax]: this string is never closed: missing `"`
    # | fix => module.name = "bo"
    "server"
    "wifi"
    #    ^ error[syntax]: missing `;` after `"`
    # | fix => "wifi";
  ];
  inventory.machines.sara.tags = [
  #                              ^ error[syntax]: `[` is never closed: missing `]`
  # | fix => "backup"
    "backup"
    inherit (
    #       ^ error[syntax]: expected an expression after `(`
    "laptop"
    #      ^ error[syntax]: missing `;` after `"`
    # | fix => "laptop";
  ];
  inventory.instances.wifi.roles.default.tags = [ "server" "wifi" "laptop" ];
}
