//! A clan of any size, made up in the style of Clan's documentation.
//!
//! In the middle of the machines and of the instances stand those that benches edit:
//! `bench-machine` and `bench-backup`.

use super::random::Random;

const SITES: [&str; 10] = [
    "berlin", "paris", "tokyo", "lisbon", "oslo", "dublin", "madrid", "vienna", "zurich", "prague",
];
const NAMES: [&str; 20] = [
    "sally", "fred", "barb", "julia", "omar", "ines", "noah", "lena", "kofi", "mina", "yuki",
    "ravi", "nora", "timo", "elsa", "hugo", "anna", "igor", "cleo", "paul",
];
const TEAMS: [&str; 6] = ["infra", "sales", "design", "research", "support", "finance"];
const STAGES: [&str; 3] = ["prod", "staging", "lab"];
/// Kinds of machines, and of how many in a hundred each is the kind.
const KINDS: [(&str, usize); 6] =
    [("laptop", 45), ("desktop", 20), ("server", 20), ("router", 4), ("kiosk", 6), ("builder", 5)];

/// The text of a `clan.nix` with so many machines.
pub(super) fn clan(machines: usize) -> String {
    let mut random = Random::new(1);
    let machines = make_machines(machines, &mut random);
    entry(&machines, &mut random, |text| {
        text.line(1, "inventory.machines = {");
        write_machines(&machines, text);
        text.line(1, "};");
    })
}

/// The same clan in several files, by name: a `clan.nix`, and so many that it imports, with the
/// machines.
pub(super) fn clan_in_files(machines: usize, files: usize) -> Vec<(String, String)> {
    let mut random = Random::new(1);
    let machines = make_machines(machines, &mut random);
    let a_file = machines.len().div_ceil(files.max(1)).max(1);
    let mut texts: Vec<(String, String)> = Vec::new();
    for (index, machines) in machines.chunks(a_file).enumerate() {
        let mut text = Text::default();
        text.line(0, "{");
        text.line(1, "inventory.machines = {");
        if index == files / 2 {
            write_machines(machines, &mut text);
        } else {
            machines.iter().zip((0..5).cycle()).for_each(|(it, style)| it.write(style, &mut text));
        }
        text.line(1, "};");
        text.line(0, "}");
        texts.push((format!("machines/{index:04}.nix"), text.0));
    }
    let clan = entry(&machines, &mut random, |text| {
        text.line(1, "imports = [");
        texts.iter().for_each(|(name, _)| text.line(2, &format!("./{name}")));
        text.line(1, "];");
    });
    texts.insert(0, ("clan.nix".to_owned(), clan));
    texts
}

fn make_machines(count: usize, random: &mut Random) -> Vec<Machine> {
    (0..count).map(|index| Machine::new(index, count, random)).collect()
}

/// A `clan.nix` with all instances, and what `machines` writes.
fn entry(machines: &[Machine], random: &mut Random, write: impl FnOnce(&mut Text)) -> String {
    let mut text = Text::default();
    text.line(0, "{");
    text.line(1, r#"meta.name = "bench-clan";"#);
    text.line(1, r#"meta.domain = "bench.lan";"#);
    text.gap();
    write(&mut text);
    text.gap();
    text.line(1, "inventory.instances = {");
    write_instances(machines, random, &mut text);
    text.line(1, "};");
    text.line(0, "}");
    text.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn line(&mut self, level: usize, line: &str) {
        self.0.push_str(&"  ".repeat(level));
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }
}

struct Machine {
    name: String,
    kind: &'static str,
    tags: Vec<String>,
    darwin: bool,
    address: String,
}

impl Machine {
    fn new(index: usize, count: usize, random: &mut Random) -> Machine {
        let kind = kind(random.below(100));
        let name = format!("{}-{kind}-{index:05}", random.pick(&NAMES));
        let mut tags = vec![kind, random.pick(&SITES), random.pick(&TEAMS)];
        if kind == "server" {
            tags.push(random.pick(&STAGES));
        }
        if random.percent(15) {
            tags.push("backup-client");
        }
        let mut tags: Vec<String> = tags.into_iter().map(str::to_owned).collect();
        if count >= 1_000 && random.percent(50) {
            tags.push(format!("rack-{:03}", random.below((count / 40).max(4))));
        }
        let darwin = kind == "laptop" && random.percent(20);
        let address = format!("10.{}.{}.{}", index >> 16 & 255, index >> 8 & 255, index & 255);
        Machine { name, kind, tags, darwin, address }
    }

    fn is_reachable(&self) -> bool {
        matches!(self.kind, "server" | "router" | "builder")
    }

    fn tags(&self) -> String {
        let tags: String = self.tags.iter().map(|tag| format!("\"{tag}\" ")).collect();
        format!("[ {tags}]")
    }

    /// Writes it in one of five styles.
    fn write(&self, style: usize, text: &mut Text) {
        if style == 4 {
            if self.darwin {
                text.line(2, &format!("{}.machineClass = \"darwin\";", self.name));
            }
            text.line(2, &format!("{}.tags = {};", self.name, self.tags()));
            return;
        }
        text.line(2, &format!("{} = {{", self.name));
        if let (1, [_, site, team, ..]) = (style, self.tags.as_slice()) {
            let kind = self.kind;
            text.line(3, &format!("description = \"{kind} of the {team} team in {site}\";"));
        }
        if self.darwin {
            text.line(3, "machineClass = \"darwin\";");
        }
        if style == 0 || self.is_reachable() {
            text.line(3, &format!("deploy.targetHost = \"root@{}\";", self.address));
        }
        if style == 3 {
            text.line(3, "tags = [");
            for tag in &self.tags {
                text.line(4, &format!("\"{tag}\""));
            }
            text.line(3, "];");
        } else {
            text.line(3, &format!("tags = {};", self.tags()));
        }
        text.line(2, "};");
    }
}

fn kind(mut percent: usize) -> &'static str {
    for (kind, share) in KINDS {
        if percent < share {
            return kind;
        }
        percent -= share;
    }
    "laptop"
}

fn write_machines(machines: &[Machine], text: &mut Text) {
    for (index, machine) in machines.iter().enumerate() {
        if index == machines.len() / 2 {
            text.line(2, "# the machine that the benchmark edits");
            text.line(2, "bench-machine = {");
            text.line(3, r#"deploy.targetHost = "root@192.0.2.77";"#);
            text.line(3, r#"tags = [ "laptop" "berlin" ];"#);
            text.line(2, "};");
        }
        if index % 25 == 0 {
            let row = index / 25;
            let site = SITES.iter().cycle().nth(row % SITES.len()).copied().unwrap_or_default();
            text.line(2, &format!("# -- {site}, row {row} --"));
        }
        machine.write(index % 5, text);
    }
}

fn write_instances(machines: &[Machine], random: &mut Random, text: &mut Text) {
    let mut instances = everywhere();
    instances.extend(SITES.iter().map(|site| wifi(site, random.pick(&names(machines, "laptop")))));
    instances.extend(TEAMS.iter().map(|team| sync(team)));
    instances.extend(
        STAGES.iter().map(|stage| monitoring(stage, random.pick(&names(machines, "server")))),
    );
    let all: Vec<&str> = machines.iter().map(|machine| machine.name.as_str()).collect();
    let servers = names(machines, "server");
    let backups = (machines.len() / 50).clamp(1, servers.len().max(1));
    let step = (servers.len() / backups).max(1);
    instances.extend(
        servers
            .iter()
            .step_by(step)
            .take(backups)
            .enumerate()
            .map(|(index, server)| backup(index, server, random.pick(&all))),
    );
    let owners = names(machines, "laptop").into_iter().enumerate().step_by(3);
    instances.extend(owners.map(|(index, laptop)| user(index, laptop)));
    instances.push(internet(machines));
    instances.insert(instances.len() / 2, BENCH_BACKUP.to_owned());
    for instance in instances {
        instance.lines().for_each(|line| text.line(2, line));
        text.gap();
    }
}

fn names<'m>(machines: &'m [Machine], kind: &str) -> Vec<&'m str> {
    let of_kind = machines.iter().filter(|machine| machine.kind == kind);
    of_kind.map(|machine| machine.name.as_str()).collect()
}

const BENCH_BACKUP: &str = r#"# the instance that the benchmark edits
bench-backup = {
  module.name = "borgbackup";
  roles.client.tags = [ "laptop" ];
  roles.server.machines."bench-machine" = { };
};"#;

fn everywhere() -> Vec<String> {
    let sshd = r#"# SSH on everything
sshd = {
  roles.server.tags.all = { };
  roles.client.tags = [ "all" ];
  roles.server.settings.authorizedKeys = {
    "admin-1" = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHtestkeytestkeytestkeytestkeytestkeyte admin";
  };
};"#;
    let admin = r#"admin = {
  roles.default.tags = [ "all" ];
};"#;
    let root = r#"user-root = {
  module = {
    name = "users";
  };
  roles.default.tags.all = { };
  roles.default.settings = {
    user = "root";
    prompt = true;
  };
};"#;
    [sshd, admin, root].map(str::to_owned).into()
}

fn wifi(site: &str, guest: &str) -> String {
    format!(
        r#"wifi-{site} = {{
  module.name = "wifi";
  roles.default.tags = [ "{site}" ];
  roles.default.settings.networks.office = {{ }};
  roles.default.machines."{guest}" = {{
    settings.networks.guest = {{ }};
  }};
}};"#
    )
}

fn sync(team: &str) -> String {
    format!(
        r#"sync-{team} = {{
  module.name = "syncthing";
  roles.peer.tags = [ "{team}" ];
  roles.peer.settings.folders = {{
    documents = {{
      path = "~/team-{team}";
    }};
  }};
}};"#
    )
}

fn monitoring(stage: &str, server: &str) -> String {
    format!(
        r#"mon-{stage} = {{
  module.name = "monitoring";
  roles.client.tags = [ "{stage}" ];
  roles.server.machines."{server}" = {{ }};
}};"#
    )
}

fn backup(index: usize, server: &str, client: &str) -> String {
    let hour = index % 24;
    format!(
        r#"borgbackup-{index} = {{
  module.name = "borgbackup";
  roles.client.tags = [ "backup-client" ];
  roles.client.settings.startAt = "*-*-* {hour:02}:00:00";
  roles.client.machines."{client}" = {{ }};
  roles.server.machines."{server}".settings = {{
    directory = "/srv/borg/{index}";
  }};
}};"#
    )
}

fn user(index: usize, laptop: &str) -> String {
    let who = laptop.split('-').next().unwrap_or_default();
    format!(
        r#"user-{who}-{index} = {{
  module.name = "users";
  roles.default.machines."{laptop}" = {{ }};
  roles.default.settings.user = "{who}";
}};"#
    )
}

fn internet(machines: &[Machine]) -> String {
    let reachable = machines.iter().filter(|machine| machine.is_reachable());
    let lines: String = reachable
        .map(|Machine { name, address, .. }| {
            format!("  roles.default.machines.\"{name}\".settings.host = \"{address}\";\n")
        })
        .collect();
    format!("internet = {{\n{lines}}};")
}

#[test]
fn a_clan_is_correct_nix_of_the_expected_size() {
    for machines in [1, 100] {
        let text = clan(machines);
        assert_eq!(rnix::Root::parse(&text).errors(), [], "{text}");
        assert_eq!(text.matches("bench-machine").count(), 2);
    }
    let (bytes, expected) = (clan(1_000).len(), 183_000);
    assert!(bytes.abs_diff(expected) < expected / 10, "{bytes}");
}
