/** Repeats the work, with a pause between, never twice at once; stopping waits for the one that runs. */
export function repeat(pauseMs: number, work: () => Promise<unknown>): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(run, pauseMs);

  function run() {
    running = attempt(work).then(() => {
      if (!stopped) timer = setTimeout(run, pauseMs);
    });
  }
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function attempt(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    console.error(error); // The next round tries again.
  }
}
