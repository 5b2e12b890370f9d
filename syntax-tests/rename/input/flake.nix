{
  inputs.clan-core.url = "git+https://git.clan.lol/clan/clan-core";
  inputs.extra = { url = "github:example/extra"; inputs.nixpkgs.follows = "clan-core/nixpkgs"; };
  inputs.other.inputs.deep.follows = "extra";
  outputs = { self, clan-core, extra, ... }@inputs: {
    clan = clan-core.lib.clan {
      inherit self;
      meta.name = "example";
      imports = [ ./more.nix ];
      inventory.machines.jon = { };
      inventory.instances.x = {
        module = { name = "x"; input = "extra"; };
        #                                ^ rename: more
        # | flake.lock:
        # | -     "other": { "inputs": { "deep": ["extra"] } },
        # | -     "root": { "inputs": { "clan-core": "clan-core", "extra": "extra", "other": "other" } }
        # | +     "other": { "inputs": { "deep": ["more"] } },
        # | +     "root": { "inputs": { "clan-core": "clan-core", "more": "extra", "other": "other" } }
        # | -   inputs.extra = { url = "github:example/extra"; inputs.nixpkgs.follows = "clan-core/nixpkgs"; };
        # | -   inputs.other.inputs.deep.follows = "extra";
        # | -   outputs = { self, clan-core, extra, ... }@inputs: {
        # | +   inputs.more = { url = "github:example/extra"; inputs.nixpkgs.follows = "clan-core/nixpkgs"; };
        # | +   inputs.other.inputs.deep.follows = "more";
        # | +   outputs = { self, clan-core, more, ... }@inputs: {
        # | ...
        # | -         module = { name = "x"; input = "extra"; };
        # | +         module = { name = "x"; input = "more"; };
        # | ...
        # | -     packages = extra.packages // { extra = inputs.extra.x; };
        # | +     packages = more.packages // { extra = inputs.more.x; };
        # | more.nix:
        # | -   machines.jon = { inputs, ... }: { environment.systemPackages = [ inputs.extra.packages.x ]; };
        # | +   machines.jon = { inputs, ... }: { environment.systemPackages = [ inputs.more.packages.x ]; };
        #                                ^ rename: 2nd
        # | refused: `outputs` takes `extra`, and `2nd` can't be an argument
        #                                ^ rename: other
        # | refused: there is an input `other` already
        roles.y.machines.jon = { };
      };
      inventory.instances.bk = {
        module = { name = "borgbackup"; input = "clan-core"; };
        #                                         ^ rename: core
        # | flake.lock:
        # | -     "extra": { "inputs": { "nixpkgs": ["clan-core", "nixpkgs"] }, "locked": { "type": "github", "owner": "example", "repo": "extra", "rev": "0000000000000000000000000000000000000000" } },
        # | +     "extra": { "inputs": { "nixpkgs": ["core", "nixpkgs"] }, "locked": { "type": "github", "owner": "example", "repo": "extra", "rev": "0000000000000000000000000000000000000000" } },
        # | ...
        # | -     "root": { "inputs": { "clan-core": "clan-core", "extra": "extra", "other": "other" } }
        # | +     "root": { "inputs": { "core": "clan-core", "extra": "extra", "other": "other" } }
        # | -   inputs.clan-core.url = "git+https://git.clan.lol/clan/clan-core";
        # | -   inputs.extra = { url = "github:example/extra"; inputs.nixpkgs.follows = "clan-core/nixpkgs"; };
        # | +   inputs.core.url = "git+https://git.clan.lol/clan/clan-core";
        # | +   inputs.extra = { url = "github:example/extra"; inputs.nixpkgs.follows = "core/nixpkgs"; };
        # | ...
        # | -   outputs = { self, clan-core, extra, ... }@inputs: {
        # | -     clan = clan-core.lib.clan {
        # | +   outputs = { self, core, extra, ... }@inputs: {
        # | +     clan = core.lib.clan {
        # | ...
        # | -         module = { name = "borgbackup"; input = "clan-core"; };
        # | +         module = { name = "borgbackup"; input = "core"; };
        roles.client.machines.jon = { };
      };
    };
    packages = extra.packages // { extra = inputs.extra.x; };
  };
}
