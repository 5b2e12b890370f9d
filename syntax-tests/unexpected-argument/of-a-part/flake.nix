# What reads the file is not followed: it may be no module.
{
  outputs = inputs: inputs.clan-core.lib.clanOf (import ./clan.nix);
}
