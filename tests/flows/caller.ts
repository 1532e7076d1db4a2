/** Somebody at the other end of the network: signs in with a password and keeps their cookie. */
export async function callerOf(url: string, email: string) {
  const sentAs = { "content-type": "application/json", origin: url };
  const opened = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: sentAs,
    body: JSON.stringify({ email, password: "demo-dangkou" }),
  });
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const call = async (path: string, init: RequestInit = {}) => {
    const reply = await fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { cookie, origin: url, ...init.headers },
    });
    return { status: reply.status, headers: reply.headers, body: await bodyOf(reply) };
  };
  return {
    status: opened.status,
    get: (path: string) => call(path),
    post: (path: string, body: unknown) =>
      call(path, { method: "POST", headers: sentAs, body: JSON.stringify(body) }),
    send: (path: string, form: FormData) => call(path, { method: "POST", body: form }),
    pageStatus: async (path: string) =>
      (await fetch(`${url}${path}`, { headers: { cookie }, redirect: "manual" })).status,
    page: async (path: string) => (await fetch(`${url}${path}`, { headers: { cookie } })).text(),
  };
}

// Tests look into answers of every noun; each expectation names the part it needs.
// biome-ignore lint/suspicious/noExplicitAny: the reply is checked by the test that asked for it.
async function bodyOf(reply: Response): Promise<any> {
  return /json/.test(reply.headers.get("content-type") ?? "")
    ? reply.json()
    : new Uint8Array(await reply.arrayBuffer());
}
