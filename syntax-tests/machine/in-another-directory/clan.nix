# `directory` moves `machines/` and `inventory.json`.
{
  meta.name = "example";
  directory = ./sub;
}
# show: machines = folder, json
