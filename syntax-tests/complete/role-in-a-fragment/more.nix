# The module is named in another file.
{
  inventory.instances.backup = {
    roles.
    #     ^ complete: client server
    #    ^ error[syntax]: expected a name after `.`
  };
}
