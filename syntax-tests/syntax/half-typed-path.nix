# A name that is not written yet, in front of others: these are not taken for it.
{
  meta.name = "example";
  inventory.machines.vault = { };
  inventory.instances.nightly = {
    module.name = "borgbackup";
    roles..machines.vault = { };
    #    ^ error[syntax]: expected a name after `.`
    roles.client.machines..settings = { };
    #                    ^ error[syntax]: expected a name after `.`
  };
  inventory.instances.other = {
    module.name = "borgbackup";
    roles..machines.vault = { };
    #    ^ error[syntax]: expected a name after `.`
  };
}
