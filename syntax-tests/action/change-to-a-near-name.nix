{ lib, ... }:
let
  laptops = [ "jon" ];
  inherit (lib) genAttrs;
in
{
  meta.name = "example";
  inventory.machines = genAtrs laptop (_: { });
  #                                ^ actions:
  # | Change to `laptops` (quickfix, preferred)
  #                                ^ action: Change to `laptops`
  # | -   inventory.machines = genAtrs laptop (_: { });
  # | +   inventory.machines = genAtrs laptops (_: { });
  #                        ^ action: Change to `genAttrs`
  # | -   inventory.machines = genAtrs laptop (_: { });
  # | +   inventory.machines = genAttrs laptop (_: { });
  #                    ^^^^^^^ error[undefined-variable]: nothing here is called `genAtrs`: did you mean `genAttrs`?
  #                            ^^^^^^ error[undefined-variable]: nothing here is called `laptop`: did you mean `laptops`?
  inventory.tags = { inherit laptos; };
  #                            ^ actions: (none)
  #                          ^^^^^^ error[undefined-variable]: nothing here is called `laptos`: did you mean `laptops`?
  modules.greeter = {
    _class = "clan.service";
    manifest.name = "greeter";
    manifest.readme = "Says hello.";
    manifest.categories = [ "Systm" ];
    #                           ^ actions:
    # | Change to `System` (quickfix, preferred)
    #                           ^ action: Change to `System`
    # | -     manifest.categories = [ "Systm" ];
    # | +     manifest.categories = [ "System" ];
    #                       ^^^^^^^ warning[unknown-category]: clan-core knows no category `Systm`: did you mean `System`?
    manifest.constraints.roles.hots.max = 1;
    #                            ^ action: Change to `host`
    # | -     manifest.constraints.roles.hots.max = 1;
    # | +     manifest.constraints.roles.host.max = 1;
    #                          ^^^^ warning[unknown-constraint-role]: the service `greeter` has no role `hots` to limit: did you mean `host`?
    roles.host.description = "says it";
  };
  inventory.instances.hello = {
    module = { name = "greeter"; input = "self"; };
    roles.host.tags = [ "all" ];
  };
}
