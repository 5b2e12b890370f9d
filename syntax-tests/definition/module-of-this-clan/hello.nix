{ _class = "clan.service"; manifest.name = "hello"; roles.default = { }; }
