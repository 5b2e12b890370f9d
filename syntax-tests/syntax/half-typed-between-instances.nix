# Braces that are being typed move what stands below: it is not judged by where it seems to stand.
{
  meta.name = "example";
  inventory.instances = {
    user-root = {
      module.name = "users";
      roles.default.settings = {
        user = "root";
      };
      }
      # <- error[syntax]: missing `;` after `}`
      # | fix => };
    };
    wifi = {
      module.name = "wifi";
      roles.default.machines.jon = { };
    };
    begun = {
  };
  inventory.machines.jon = { };
}
