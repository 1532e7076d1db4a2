import { ensureBuilt } from "../../worker/start/build.mjs";

export function setup() {
  if (ensureBuilt("edge") !== 0) throw new Error("the site could not be built");
}
