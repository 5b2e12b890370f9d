# The nearest names are those in scope, and those that need none.
{ lib, ... }:
let
  laptops = [ "jon" ];
in
{
  meta.name = "example";
  inventory.machines = lbi.genAttrs laptop (name: { description = nmae; });
  #                    ^^^ error[undefined-variable]: nothing here is called `lbi`: did you mean `lib`?
  #                                 ^^^^^^ error[undefined-variable]: nothing here is called `laptop`: did you mean `laptops`?
  #                                                               ^^^^ error[undefined-variable]: nothing here is called `nmae`: did you mean `name`?
  inventory.instances.sshd.roles.server.tags = builtin.filter (_: true) [ "all" ];
  #                                            ^^^^^^^ error[undefined-variable]: nothing here is called `builtin`: did you mean `builtins`?
  meta.description = toString somethingElse.entirely + config.meta.name;
  #                           ^^^^^^^^^^^^^ error[undefined-variable]: nothing here is called `somethingElse`
  #                                                    ^^^^^^ error[undefined-variable]: nothing here is called `config`; a module asks for it at its top: `{ config, ... }:`
}
