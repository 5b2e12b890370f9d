{
  mo
  # ^ complete: module roles
  # <-- error[syntax]: expected `=` and a value after `mo`
}
