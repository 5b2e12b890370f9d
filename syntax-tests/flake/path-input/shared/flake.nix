{
  outputs = { self, ... }: {
    lib.machines.jon.tags = self.lib.tags;
    lib.tags = [ "laptop" ];
  };
}
