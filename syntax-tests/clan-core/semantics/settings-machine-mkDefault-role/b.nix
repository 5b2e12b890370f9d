{ lib, ... }: { inventory.instances.bk = { roles.client.machines.jon.settings.startAt = "weekly"; }; }
