{
  meta.name = "t";
  inventory.machines = [ "jon" "sara" ];
  #                    ^^^^^^^^^^^^^^^^ error[wrong-type]: `machines` takes a set of sets, not a list
}
