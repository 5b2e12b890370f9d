{
  meta.name = "t";
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
  inventry.machines.jon = { };
  # <-------- error[unknown-option]: a clan has no option `inventry`: did you mean `inventory`?
}
