{
  client.tags = [ "laptop" ];
}
# symbols:
# | role client (jon sara) 2:3-2:30
