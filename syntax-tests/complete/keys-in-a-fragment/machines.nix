{
  jon = { };
  #      ^ complete description => jon = {description };
}
