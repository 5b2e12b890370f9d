{
  meta.name = "example";
  # <---- hover: option meta
  # |
  # | type: submodule
  # |
  # | What the clan is called, and its domain.
  # |
  # | source: clan-core d7c35d9 (built in)
  inventory.machines.jon = {
    tags = [ "backup" ];
    # <---- hover: option tags
    # |
    # | type: list of string
    # |
    # | Groups that it belongs to; roles can name a whole group.
    # |
    # | source: clan-core d7c35d9 (built in)
    deploy.targetHost = "root@jon";
    #      ^^^^^^^^^^ hover: option targetHost
    # |
    # | type: null or string
    # |
    # | Where it is reached to be updated: `root@host`.
    # |
    # | source: clan-core d7c35d9 (built in)
    machineClass = "nixos";
    # <------------ hover: option machineClass
    # |
    # | type: one of "nixos", "darwin"
    # |
    # | default: `"nixos"`
    # |
    # | Which system it runs.
    # |
    # | source: clan-core d7c35d9 (built in)
  };
  inventory.instances.bk = {
    module.name = "borgbackup";
    # <------ hover: option module
    # |
    # | type: submodule
    # |
    # | Which service this is an instance of.
    # |
    # | source: clan-core d7c35d9 (built in)
    roles.client.tags = [ ];
    #            ^^^^ hover: option tags
    # |
    # | type: (attribute set of (submodule)) or (list of string) convertible to it
    # |
    # | Gives the role to every machine that carries one of them.
    # |
    # | source: clan-core d7c35d9 (built in)
  };
}
