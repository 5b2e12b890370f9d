throw "not read"
