{
  meta.name = "example";
  inventory = {
    machines = {
      jon.tags = [ "laptop" "travels" ];
      "a.b" = { };
    };
    tags.both = [ "jon" "a.b" ];
    instances = {
      bk = {
        module.name = "borgbackup";
        roles.client.tags = [ "laptop" ];
        roles.server.machines."a.b" = { };
      };
      sshd.roles = {
        server.tags.all = { };
      };
    };
  };
  machines.jon = { networking = { }; };
}
# symbols:
# | machines 4:5-7:7
# |   machine jon (laptop travels both) 5:7-5:41
# |   machine a.b (both) 6:7-6:19
# | tags 8:5-8:33
# |   tag both (a.b jon) 8:10-8:33
# | instances 9:5-18:7
# |   instance bk (borgbackup) 10:7-14:9
# |     role client (jon) 12:15-12:42
# |       tag laptop 12:31-12:39
# |     role server (a.b) 13:15-13:43
# |       machine a.b 13:31-13:43
# |   instance sshd (sshd) 15:7-17:9
# |     role server (a.b jon) 16:9-16:31
# |       tag all 16:21-16:31
# | machines 20:3-20:40
# |   machine jon (laptop travels both) 20:12-20:40
