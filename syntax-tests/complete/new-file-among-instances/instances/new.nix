{ lib, ... }:
{
  zerotier = {
    roles.peer.tags = [ "" ];
    #                   ^ complete: all laptop server nixos
    roles.
    #     ^ complete: controller moon peer
  };
}
