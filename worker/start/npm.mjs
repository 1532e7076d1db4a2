import { readFileSync } from "node:fs";

/**
 * Ends this program when npm ends: npm stops only the shell between them, and a server left behind
 * would hold the port.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const started = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === started) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

/** The shell that npm started, and npm itself where the system tells. */
function ancestors() {
  const shell = process.ppid;
  try {
    const [, , , npm] = readFileSync(`/proc/${shell}/stat`, "utf8")
      .replace(/\(.*\)/s, "()")
      .split(" ");
    return `${shell} ${npm}`;
  } catch {
    return `${shell}`;
  }
}
