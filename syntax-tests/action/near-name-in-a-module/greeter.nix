{ lib, ... }:
{
  _class = "clan.service";
  manifest = {
    name = "greeter";
    readme = "Says hello.";
    categories = [ "Systm" ];
    #                ^ action: Change to `System`
    # | -     categories = [ "Systm" ];
    # | +     categories = [ "System" ];
    #              ^^^^^^^ warning[unknown-category]: clan-core knows no category `Systm`: did you mean `System`?
    constraints.roles.hots.max = 1;
    #                   ^ action: Change to `host`
    # | -     constraints.roles.hots.max = 1;
    # | +     constraints.roles.host.max = 1;
    #                 ^^^^ warning[unknown-constraint-role]: the service `greeter` has no role `hots` to limit: did you mean `host`?
  };
  roles.host = {
    description = "says it";
    interface.options.tone = lbi.mkOption { type = lib.types.str; };
    #                          ^ action: Change to `lib`
    # | -     interface.options.tone = lbi.mkOption { type = lib.types.str; };
    # | +     interface.options.tone = lib.mkOption { type = lib.types.str; };
    #                        ^^^ error[undefined-variable]: nothing here is called `lbi`: did you mean `lib`?
  };
}
