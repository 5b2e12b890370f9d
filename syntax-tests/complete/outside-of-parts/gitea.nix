# A NixOS module: its `clan` is none of ours, and what is wrong in it others tell.
{ config, ... }:
{
  clan.core.vars.generators.gitea = { };
  #    ^^^^ complete: (none)
  clan.
  #    ^ complete: (none)
  networking.hostName = "jon"
}
