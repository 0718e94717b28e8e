// The package has no types: the parser throws on what is no EDTF.
declare module "edtf" {
  export default function edtf(value: string): unknown;
}
