{
  meta.name = "example";
  inventory.machines = {
    jon = {
      tags = [
      #      ^ error[syntax]: `[` is never closed: missing `]`
      # | fix => "laptop"
        "laptop"
    };
  };
  inventory.tags = {
    all = [
    #     ^ error[syntax]: `[` is never closed: missing `]`
    # | fix => "jon"
      "jon"
# folds:
# | 1:2-11:12
# | 3:25-8:3
# | 4:12-7:5
# | 5:15-6:17
# | 9:21-11:12
# | 10:12-11:12
