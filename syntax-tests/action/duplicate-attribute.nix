let
  jon = lib: { };
  # <--- related[duplicate-attribute]: first defined here
  jon = lib: { };
  # <- action: Remove this: it is the same as the first
  # | -   jon = lib: { };
  # <--- error[duplicate-attribute]: `jon` is already defined
in
{
  meta.name = "example";
  # <--------- related[duplicate-attribute]: first defined here
  meta.name = "example"; # again
  #      ^ actions:
  # | Remove this: it is the same as the first (quickfix, preferred, safe)
  #      ^ action: Remove this: it is the same as the first
  # | -   meta.name = "example"; # again
  # | +   # again
  # <--------- error[duplicate-attribute]: `meta.name` is already defined
  inventory.machines = {
    jon = jon { };
    sara.tags = [ "laptop" ];
    # <--------- related[duplicate-attribute]: first defined here
    sara.tags = [ "phone" ];
    #      ^ actions:
    # | Keep the first (quickfix)
    # | Keep this one (quickfix)
    #      ^ action: Keep the first
    # | -     sara.tags = [ "phone" ];
    #      ^ action: Keep this one
    # | -     sara.tags = [ "laptop" ];
    # <--------- error[duplicate-attribute]: `sara.tags` is already defined
    server = { tags = [ "phone" ]; };
    #          ^^^^ related[duplicate-attribute]: first defined here
    server.tags = [
    #        ^ actions:
    # | Remove this: it is the same as the first (quickfix, preferred)
    # <----------- error[duplicate-attribute]: `server.tags` is already defined
      "phone"
    ];
  };
  inventory.instances.sshd.roles.server = { tags = [ "phone" ]; };
  #                                         ^^^^ related[duplicate-attribute]: first defined here
  inventory.instances.sshd.roles.server.tags.laptop = { };
  #                                     ^ actions:
  # | Keep the first (quickfix)
  # | Keep this one (quickfix)
  # | Write the tags as a list (refactor.rewrite)
  # <------------------------------------------------- error[duplicate-attribute]: `inventory.instances.sshd.roles.server.tags.laptop` is already defined; Nix joins sets only where both are written out
}
