/** What a person typed or an address says, handed to the API, which itself judges whether it is what it wants. */
export function asTyped<Wanted>(said: unknown): Wanted {
  return said as Wanted; // The only place where the portal promises more than it knows.
}
