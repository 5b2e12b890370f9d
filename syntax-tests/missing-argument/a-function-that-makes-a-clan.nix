{ clan-core, inputs }:
clan-core.lib.clan {
  self = inputs.self;
  meta.name = "example";
  inventory.machines.jon = { };
}
