import { serve } from "@hono/node-server";
import { createClient } from "@libsql/client";
import { Hono } from "hono";

/** What the stack itself costs: an empty route, and 20 bare rows of the same database. */
export async function startBaseline(databaseUrl: string): Promise<{ url: string; close(): void }> {
  const client = createClient({ url: databaseUrl, concurrency: 1, timeout: 5000 });
  const app = new Hono()
    .get("/empty", (c) => c.json({ ok: true }))
    .get("/rows", async (c) => {
      const found = await client.execute("select * from orders order by id desc limit 20");
      return c.json(found.rows);
    });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }) =>
      resolve({
        url: `http://localhost:${port}`,
        close() {
          server.close();
          client.close();
        },
      }),
    );
  });
}
