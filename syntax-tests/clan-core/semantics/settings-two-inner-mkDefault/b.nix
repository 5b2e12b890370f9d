{ lib, ... }: { inventory.instances.bk = { roles.client.settings.startAt = lib.mkDefault "weekly"; }; }
