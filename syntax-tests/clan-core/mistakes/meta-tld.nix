{
  meta.name = "t";
  meta.tld = "c";
  #    ^^^ warning[deprecated-tld]: `tld` should not be used any more: it is called `domain` now
  inventory.machines = {
    jon.tags = [ "backup" ];
    sara.tags = [ "backup" ];
    server = { };
  };
}
