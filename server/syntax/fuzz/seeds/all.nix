{ a, b ? 1, ... }@c: let d = ./x/${e}/y.nix; in with f; assert g != h; rec {
  inherit (i) j "k"; l."m n".${o} = ''
    p ${q "r" [ s { } ]} ''${ ''' $$
  ''; t = if u then -1.5e3 else !v || w -> x ++ y // z ? a.b or c; "d" = <e> + ~/f;
}
