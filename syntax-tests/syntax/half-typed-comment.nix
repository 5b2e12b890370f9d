# What a comment that is being typed takes in is not missed.
{
  meta.name = "example";
  inventory.instances.sshd.roles.server.machines.jon = { };
  inventory.machines = {
    /*
    # <-- error[syntax]: this comment is never closed: missing `*/`
    jon = { };
  };
}
