// The list as it was last seen, with its filters, for the way back from an incident.
let address = "/";

export function rememberList(seen: string): void {
  address = seen;
}

export function lastListAddress(): string {
  return address;
}
