{
  client.tags = [ "laptop" ];
}
# symbols:
# | role client (jon sara) 2:3-2:30
# |   tag laptop 2:19-2:27
