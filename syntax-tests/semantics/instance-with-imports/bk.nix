{
  module.name = "borgbackup";
  roles.client.machines.jon = { };
}
