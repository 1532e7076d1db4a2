/** A path of our own to go on to: nobody is sent elsewhere by a link somebody else made. */
export function onward(wanted: string | null | undefined, otherwise: string): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : otherwise;
}
