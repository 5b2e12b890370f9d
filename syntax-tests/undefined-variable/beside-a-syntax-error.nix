# A mistake in another binding costs that binding alone. What is half written says nothing yet, and a
# scope that can't be read may bind any name.
{
  meta.name = "example";
  inventory.machines.jon.tags = [ "laptop" ]
  #                                        ^ error[syntax]: missing `;` after `[ "laptop" ]`
  # | fix => inventory.machines.jon.tags = [ "laptop" ];
  inventory.machines.sara.tags = [ laptop ];
  #                                ^^^^^^ error[undefined-variable]: nothing here is called `laptop`; a text is written in quotes
  inventory.instances.bk = let peers 1; in {
  #                            ^^^^^ error[syntax]: missing `=` after `peers`
  # | fix => inventory.instances.bk = let peers = 1; in {
    roles.client.tags = peers;
    #                   ^^^^^ error[wrong-type]: `tags` takes a set of sets or a list of strings, not 1
  };
  inventory.instances.sshd.module.name = ssh
  #                                      ^^^ error[syntax]: missing `;` after `ssh`
  # | fix => inventory.instances.sshd.module.name = ssh;
}
