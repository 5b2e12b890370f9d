# A key that has a value is left out; one that only begins longer paths can be written again.
{
  meta.name = "example";
  inv
  #  ^ complete: machines modules imports directory self pkgsForSystem secrets vars templates checks
  # | exportInterfaces
  #  ^ complete inventory => (absent)
  # <--- error[syntax]: expected `=` and a value after `inv`
  inventory.instances = { };
  inventory = {
    inst
    #   ^ complete: machines tags meta
    # <---- error[syntax]: expected `=` and a value after `inst`
    tags.laptop = [ ];
  };
  meta.
  #    ^ complete: domain description icon
  #   ^ error[syntax]: expected a name after `.`
  specialArgs = { };
  inventory.
  #         ^ complete machines => inventory.machines
  #        ^ error[syntax]: expected a name after `.`
}
