{
  meta.name = "example";
  inventory.machines.jon = {
    tags = [ "laptop
    #          ^ selection:
    # | laptop
    # | "laptop
    # | [ "laptop
    # | tags = [ "laptop
    # | 3:28-5:4
    # | 3:3-5:5
    # | 2:3-6:22
    # | 1:1-7:2
    # | 1:1-8:1
    #        ^ error[syntax]: this string is never closed: missing `"`
    # | fix => tags = [ "laptop"
  };
  inventory.machines.
  #                  ^ selection:
  # | .
  # | inventory.machines.
  # | 2:3-6:22
  # | 1:1-7:2
  # | 1:1-8:1
  #                 ^ error[syntax]: expected a name after `.`
}
