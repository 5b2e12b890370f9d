{ lib, ... }: { inventory.instances.bk = {  }; }
