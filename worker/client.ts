import type { IncomingMessage } from "node:http";

const header = "x-client-address";

/** Says who is asking, in a header that the one who asks cannot write. */
export function nameClient(incoming: IncomingMessage, trustProxy: boolean) {
  const proxied = trustProxy ? incoming.headers["x-forwarded-for"]?.toString().split(",").at(-1)?.trim() : "";
  // An IPv4 caller of a socket that listens on both families is one caller, not two.
  const address = (proxied || incoming.socket.remoteAddress || "").replace(/^::ffff:/, "");

  // Both lists are read further on, whichever is at hand.
  const { rawHeaders } = incoming;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === header) rawHeaders.splice(at, 2);
  }
  rawHeaders.push(header, address);
  incoming.headers[header] = address;
}
