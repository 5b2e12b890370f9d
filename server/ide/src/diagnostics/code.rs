//! The kinds of mistakes, each with a page of Markdown in `docs`. Their order is that of preference:
//! where several fit one text, the first is told.

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal,)*) => {
        /// A kind of mistake.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: [Code; [$($name),*].len()] = [$(Code::$code),*];

            /// The name that users see and configure.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$code => $name,)*
                }
            }

            /// Its page: what it is reported for and why, an example, and the example put right.
            pub fn page(self) -> &'static str {
                match self {
                    $(Code::$code => include_str!(concat!("../../docs/", $name, ".md")),)*
                }
            }
        }
    };
}

codes! {
    /// Nix can't parse it.
    Syntax = "syntax",
    /// `inventory.json` is no JSON.
    BadJson = "bad-json",
    /// One instance, defined twice.
    DuplicateInstance = "duplicate-instance",
    /// Anything else, given twice in one set.
    DuplicateAttribute = "duplicate-attribute",
    /// A name in no scope.
    UndefinedVariable = "undefined-variable",
    /// A path leads to nothing.
    MissingFile = "missing-file",
    /// The old way to write services.
    LegacyServices = "legacy-services",
    /// The old way to name the machines of a role.
    LegacyMachineList = "legacy-machine-list",
    /// The old name of a role's settings.
    LegacyRoleConfig = "legacy-role-config",
    /// What a template left to be replaced.
    Placeholder = "placeholder",
    /// A role names a tag where machines are named.
    TagUsedAsMachine = "tag-used-as-machine",
    /// A role names a machine where tags are named.
    MachineUsedAsTag = "machine-used-as-tag",
    /// The service is the clan's own, and the input does not say so.
    MissingInputSelf = "missing-input-self",
    /// clan-core has the service no more.
    RemovedService = "removed-service",
    /// Settings, defined twice.
    SettingsDefinedTwice = "settings-defined-twice",
    /// A setting, given unequal values at several levels.
    SettingsConflict = "settings-conflict",
    /// Settings that are no plain data.
    InvalidSettings = "invalid-settings",
    /// The flake has no such input.
    UnknownInput = "unknown-input",
    /// The input gives no services.
    InputWithoutServices = "input-without-services",
    /// The input has no such service.
    UnknownModule = "unknown-module",
    /// The service has no such role.
    UnknownRole = "unknown-role",
    /// A role names a machine that does not exist.
    UnknownMachine = "unknown-machine",
    /// No machine carries the tag.
    UnknownTag = "unknown-tag",
    /// A tag lists a machine that does not exist.
    UnknownMachineInTag = "unknown-machine-in-tag",
    /// There is no such option.
    UnknownOption = "unknown-option",
    /// The role has no such setting.
    UnknownSetting = "unknown-setting",
    /// The value is not of the option's type.
    WrongType = "wrong-type",
    /// The value is not of the setting's type.
    WrongSettingType = "wrong-setting-type",
    /// Two unequal values for one option.
    ConflictingDefinition = "conflicting-definition",
    /// A module function that takes named arguments and no others.
    UnexpectedArgument = "unexpected-argument",
    /// A module uses an argument that nobody gives.
    MissingArgument = "missing-argument",
    /// Tags are computed from the machines' tags.
    TagRecursion = "tag-recursion",
    /// The clan has no name.
    MissingOption = "missing-option",
    /// The service allows fewer instances.
    TooManyInstances = "too-many-instances",
    /// A role of the service needs more machines.
    TooFewMachines = "too-few-machines",
    /// A role of the service allows fewer machines.
    TooManyMachines = "too-many-machines",
    /// The module of a service is of another class.
    ModuleWrongClass = "module-wrong-class",
    /// A service does not name itself.
    ModuleWithoutName = "module-without-name",
    /// A service has no roles.
    ModuleWithoutRoles = "module-without-roles",
    /// A service limits a role that it does not have.
    UnknownConstraintRole = "unknown-constraint-role",
    /// There is no such category.
    UnknownCategory = "unknown-category",
    /// The option has another name now.
    DeprecatedTld = "deprecated-tld",
    /// A role without a description, a service without a readme.
    MissingDescription = "missing-description",
    /// Nobody takes part in the instance.
    NoMembers = "no-members",
    /// `nixos` or `darwin`, by hand, against the machine's class.
    ClassTagMismatch = "class-tag-mismatch",
    /// One service, once with and once without its input.
    SplitService = "split-service",
    /// A tag that no role uses.
    UnusedTag = "unused-tag",
    /// A service of the clan's own that has no instance.
    UnusedModule = "unused-module",
    /// A machine that is in the role by a tag already.
    RedundantMember = "redundant-member",
    /// A comment allows a code that no diagnostic has.
    UnknownCode = "unknown-code",
}

impl Code {
    /// The code of that name.
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.into_iter().find(|code| code.as_str() == name)
    }

    /// What it is reported for, in one line: the first of its page.
    pub fn summary(self) -> &'static str {
        self.page().lines().next().unwrap_or_default()
    }

    /// Is it about Nix rather than about clans, so that servers for Nix report it too?
    pub fn is_general_nix(self) -> bool {
        matches!(
            self,
            Code::UndefinedVariable
                | Code::UnexpectedArgument
                | Code::MissingArgument
                | Code::DuplicateAttribute
        )
    }
}
