{
  outputs = _: {
    clan.modules.sshd = { _class = "clan.service"; manifest.name = "sshd"; roles.server = { }; };
  };
}
