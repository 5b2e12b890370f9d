// The mistakes in the tour's clan.

exports.UNKNOWN_ROLE = { before: "roles.", text: "servr", code: "unknown-role", severity: "Error" };
exports.OTHERS = [
  { before: "server.tags = [ ", text: '"laptops"', code: "unknown-tag", severity: "Warning" },
  { before: "client.machines.", text: "all", code: "tag-used-as-machine", severity: "Warning" },
];
