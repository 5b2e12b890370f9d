{
  meta.name = "example";
  inventory.machines.jon = {
    tags = [ "laptop" "berlin" ];
    #          ^ selection:
    # | laptop
    # | "laptop"
    # | "laptop" "berlin"
    # | [ "laptop" "berlin" ]
    # | tags = [ "laptop" "berlin" ];
    # | 4:5-5:37
    # | 3:28-6:4
    # | 3:3-6:5
    # | 2:3-7:9
    # | 1:1-8:2
    # | 1:1-9:1
    deploy.targetHost = "jon.local";
    #       ^ selection:
    # | targetHost
    # | deploy.targetHost
    # | deploy.targetHost = "jon.local";
    # | 4:5-5:37
    # | 3:28-6:4
    # | 3:3-6:5
    # | 2:3-7:9
    # | 1:1-8:2
    # | 1:1-9:1
  };
  # said
  #  ^ selection:
  # | # said
  # | 2:3-7:9
  # | 1:1-8:2
  # | 1:1-9:1
}
