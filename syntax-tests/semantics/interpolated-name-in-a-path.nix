# What follows a computed name in a path is read like what follows any other.
let
  name = "jon";
in
{
  meta.name = "example";
  inventory.machines.${name}.tags = [ "laptop" ];
  inventory.instances.sshd.roles.client.machines."${name}".settings.certificate.enable = true;
  #                                                                             ^^^^^^ error[unknown-setting]: the role `client` of `sshd` has no setting `certificate.enable`; there is `searchDomains`
  inventory.instances.sshd.roles.server.tags = [ "laptop" ];
}
# show: machines = jon
# show: sshd.server = jon (tag laptop)
# show: sshd.client = jon (machine)
