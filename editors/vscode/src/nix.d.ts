// esbuild takes a Nix file for its text.

declare module "*.nix" {
  const text: string;
  export default text;
}
