import autocannon from "autocannon";

export type Measured = { what: string; p50: number; p99: number; perSecond: number; failed: number };

export type Load = {
  what: string;
  url: string;
  cookie?: string;
  /** A body per request, for what must not be sent twice. */
  body?: () => string;
};

/** Eight connections for some seconds; milliseconds and requests per second. */
export async function measure({ what, url, cookie, body }: Load, seconds = 5): Promise<Measured> {
  const result = await autocannon({
    url,
    connections: 8,
    duration: seconds,
    headers: { ...(cookie ? { cookie } : {}), ...(body ? { "content-type": "application/json" } : {}) },
    requests: [
      body
        ? { method: "POST", setupRequest: (request) => ({ ...request, body: body() }) }
        : { method: "GET" },
    ],
  });
  const { latency, requests, non2xx, errors } = result;
  return {
    what,
    p50: latency.p50,
    p99: latency.p99,
    perSecond: Math.round(requests.average),
    failed: non2xx + errors,
  };
}

export function tableOf(rows: Measured[]): string {
  const lines = rows.map(
    ({ what, p50, p99, perSecond, failed }) => `| ${what} | ${p50} | ${p99} | ${perSecond} | ${failed} |`,
  );
  return ["| what | p50 ms | p99 ms | requests/s | failed |", "|---|---:|---:|---:|---:|", ...lines].join(
    "\n",
  );
}
