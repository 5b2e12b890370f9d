{ inputs }: inputs.clan-core.lib.clan (import ./clan.nix { inherit inputs; inherit (inputs) lib; })
