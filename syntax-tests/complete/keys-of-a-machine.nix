{
  meta.name = "example";
  inventory.machines = {
    jon = {
      description = "mine";
      d
      #^ complete: tags "deploy.buildHost" "deploy.forwardAgent" machineClass icon name installedAt
      # <- error[syntax]: expected `=` and a value after `d`
      deploy.targetHost = "jon.local";
      dep
      #  ^ complete "deploy.buildHost" => deploy.buildHost
      # <--- error[syntax]: expected `=` and a value after `dep`
      "dep"
      #   ^ complete: tags machineClass icon name installedAt
      #   ^ error[syntax]: expected `=` and a value after `"dep"`
    };
    sara = {  };
    #        ^ complete tags => sara = { tags };
    sara.deploy = { forwardAgent = true;  };
    #                                    ^ complete: targetHost buildHost
    sara.deploy.
    #           ^ complete: targetHost buildHost
    #          ^ error[syntax]: expected a name after `.`
    mac.machineClass = "d";
    #                    ^ complete: nixos darwin
    #                    ^ complete darwin => mac.machineClass = "darwin";
    #                  ^^^ error[wrong-type]: `machineClass` takes "nixos" or "darwin", not "d"
    mac.
    #   ^ complete: tags description "deploy.targetHost" "deploy.buildHost" "deploy.forwardAgent"
    # | icon name installedAt
    #  ^ error[syntax]: expected a name after `.`
  };
}
