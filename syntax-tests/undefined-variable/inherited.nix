# `inherit` looks around the set, not into it.
{
  meta.name = "example";
  inventory.machines = rec {
    jon = { };
    inherit sara;
    #       ^^^^ error[undefined-variable]: nothing here is called `sara`
  };
  inventory.instances = let inherit (services) sshd; in { };
  #                                  ^^^^^^^^ error[undefined-variable]: nothing here is called `services`
}
