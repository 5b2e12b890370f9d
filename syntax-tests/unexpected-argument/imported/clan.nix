{
  meta.name = "example";
  imports = [ ./more.nix ({ config }@all: { inventory.machines.sara = { }; }) ];
  #                       ^^^^^^^^^^^^^^ error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
  modules.hello = ./hello.nix;
  inventory.machines.ada = { name }: { description = name; };
  #                        ^^^^^^^^ error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
  inventory.tags = { machines }: { few = builtins.attrNames machines; };
  #                ^^^^^^^^^^^^ error[unexpected-argument]: a module is given more arguments than these: `...` takes the others
}
