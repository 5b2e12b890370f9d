{ lib, ... }:
{
  zerotier = {
    roles.peer.tags = [ "" ];
    #                   ^ complete: all laptop nixos server
    roles.
    #     ^ complete: controller moon peer
  };
}
