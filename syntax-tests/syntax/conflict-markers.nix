# What a merge leaves behind while it is being resolved.
{
  meta.name = "example";
<<<<<<< HEAD
# <- error[syntax]: unexpected `<`
#       ^^^^ error[syntax]: expected `=` and a value after `HEAD`
  inventory.machines.jon = { };
=======
# <-- error[syntax]: unexpected `==`
#     ^ error[syntax]: expected a value after `=`
  inventory.machines.sara = { };
>>>>>>> other
# <- error[syntax]: unexpected `>`
#       ^^^^^ error[syntax]: expected `=` and a value after `other`
  inventory.instances.sshd.roles.server.machines.jon = { };
}
# show: machines = jon (?), sara (?)
# show: sshd.server = jon (machine), ...
