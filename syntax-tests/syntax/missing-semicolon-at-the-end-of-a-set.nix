{
  meta.name = "example";
  inventory.machines = {
    jon.tags = [ "backup" ]
    #                     ^ error[syntax]: missing `;` after `[ "backup" ]`
    # | fix => jon.tags = [ "backup" ];
  };
  inventory.instances.sshd.roles.server.tags = [ "backup" ];
}
# show: sshd.server = jon (tag backup)
