{
  meta.name = "example";
  imports = [ ./machnies.nix ./services ./empty ./machines ../outside.nix ];
  #           ^^^^^^^^^^^^^^ error[missing-file]: `./machnies.nix` does not exist: did you mean `./machines.nix`?
  #                          ^^^^^^^^^^ error[missing-file]: the folder `./services` has no `default.nix`
  #                                     ^^^^^^^ error[missing-file]: `./empty` does not exist
  #                                             ^^^^^^^^^^ error[missing-file]: `./machines` does not exist: did you mean `./machines.nix`?
  inventory = import ./inventroy.nix;
  #                  ^^^^^^^^^^^^^^^ error[missing-file]: `./inventroy.nix` does not exist: did you mean `./inventory.nix`?
}
