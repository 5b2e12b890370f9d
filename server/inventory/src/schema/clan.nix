# What a clan is made of: the options of `clan.nix`, as clan-core d7c35d91 has them, with
# descriptions of our own. They are read like the interface of a service's role; the most wanted
# ones come first in each set, for that is the order in which they are proposed.
{ lib, ... }:
let
  inherit (lib) mkOption types;
  inherit (types)
    anything
    attrsOf
    bool
    coercedTo
    deferredModule
    enum
    int
    lazyAttrsOf
    listOf
    nullOr
    path
    raw
    str
    strMatching
    submodule
    ;

  # It may be left out, whatever that comes to.
  unset = lib.literalMD "";

  option =
    type: description:
    mkOption {
      inherit type description;
      defaultText = unset;
    };
  internal =
    type:
    mkOption {
      inherit type;
      internal = true;
      defaultText = unset;
    };
  set = options: submodule { inherit options; };

  settings = option raw;

  meta = {
    name = mkOption {
      type = strMatching "[a-zA-Z0-9_-]*";
      description = "The clan's name: short, and unlike that of any other clan you meet.";
    };
    domain = option (strMatching "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*") "The domain below which its machines can be reached by name.";
    description = option (nullOr str) "What this clan is for, in a line.";
    icon = option (nullOr str) "A picture that stands for it.";
    tld = mkOption {
      type = nullOr (strMatching "[a-z]+");
      default = null;
      visible = false;
      description = "it is called `domain` now";
    };
  };

  machine = {
    tags = option (listOf str) "Groups that it belongs to; roles can name a whole group.";
    description = option (nullOr str) "What the machine is for, in a line.";
    deploy = {
      targetHost = option (nullOr str) "Where it is reached to be updated: `root@host`.";
      buildHost = option (nullOr str) "Where its system is built; on the target by default.";
      forwardAgent = option (nullOr bool) "Lends your SSH agent to it during an update.";
    };
    machineClass = mkOption {
      type = enum [
        "nixos"
        "darwin"
      ];
      default = "nixos";
      description = "Which system it runs.";
    };
    icon = option (nullOr str) "A picture that stands for it.";
    name = option str "A name to show; it stays known by its key.";
    installedAt = option (nullOr int) "When it was installed: seconds since 1970.";
  };

  member = {
    settings = settings "Settings for these machines alone, beside those of the role.";
  };

  role = {
    tags = option (coercedTo (listOf str) (tags: lib.genAttrs tags (_: { })) (
      attrsOf (set member)
    )) "Gives the role to every machine that carries one of them.";
    machines = option (attrsOf (set member)) "Gives the role to machines by name.";
    settings = settings "Settings for every machine in this role.";
    extraModules = option (listOf deferredModule) "Further NixOS modules for every machine in this role.";
  };

  instance = {
    module = option (set {
      name = option str "The service's name; the instance's by default.";
      input = option (nullOr str) "The flake input that brings the service; clan-core by default.";
    }) "Which service this is an instance of.";
    roles = option (attrsOf (set role)) "Which machines take part, and as what.";
  };

  inventory = {
    machines = option (lazyAttrsOf (set machine)) "Every machine by name, with its tags.";
    instances = option (attrsOf (set instance)) "Every service in use, and which machines have which role.";
    tags = option (submodule { freeformType = lazyAttrsOf (listOf str); }) "Tags by name, each with the machines that carry it.";
    meta = option (set meta) "What the clan is called, and its domain.";
    modules = internal (attrsOf raw);
    assertions = internal anything;
    options = internal raw;
    noInstanceOptions = internal bool;
  };

  template = attrsOf (set {
    description = option str "What it holds.";
    path = mkOption {
      type = path;
      description = "The folder that is copied.";
    };
  });

  check = set {
    assertion = mkOption {
      type = bool;
      description = "What must be true.";
    };
    message = mkOption {
      type = str;
      description = "What is said when it is not.";
    };
    ignore = option bool "Leaves it unchecked.";
  };
in
{
  options = {
    meta = option (set meta) "What the clan is called, and its domain.";
    inventory = option (set inventory) "Which machines there are, and which services they take part in.";
    machines = option (attrsOf deferredModule) "The NixOS configuration of each machine, by name.";
    modules = option (attrsOf raw) "Services of this clan's own, for `module.input = \"self\"`.";
    imports = option (listOf deferredModule) "Other files that say more about this clan.";
    directory = option raw "The folder of `machines/` and `inventory.json`; the flake's by default.";
    self = option raw "The flake that this clan belongs to: its inputs bring further services.";
    specialArgs = option (attrsOf raw) "Further arguments for the NixOS modules of all machines.";
    pkgsForSystem = option raw "From a system to the package set that all its machines share.";
    secrets = option (set {
      age.plugins = option (listOf str) "The age plugins that secrets are encrypted with.";
    }) "How secrets are encrypted, such as the age plugins it takes.";
    vars = option (set {
      settings = option deferredModule "Settings for all generators of vars.";
    }) "Settings for all generators of vars.";
    templates = option (set {
      clan = option template "Clans to start from.";
      machine = option template "Machines to start from.";
      disko = option template "Partitions of disks to start from.";
    }) "Templates that others can start a clan, a machine or a disk from.";
    checks = option (attrsOf check) "What must hold of this clan; it is not built otherwise.";
    exportInterfaces = option (attrsOf deferredModule) "What services may tell each other, by interface.";

    varsDirectory = internal raw;
    exports = internal raw;
    deprecatedModules = internal (listOf str);
    outputs = internal raw;
    clanInternals = internal raw;
    nixosConfigurations = internal raw;
    darwinConfigurations = internal raw;
    nixosModules = internal raw;
    darwinModules = internal raw;
    _prefix = internal raw;
    _dependencies = internal raw;
  };
}
