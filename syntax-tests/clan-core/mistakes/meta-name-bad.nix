{
  meta.name = "my clan";
  #           ^^^^^^^^^ error[wrong-type]: `name` takes a string that matches `[a-zA-Z0-9_-]*`, not "my clan"
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
}
