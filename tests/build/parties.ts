import type { World } from "../world";

type Asked = Record<string, unknown>;

/** What the form for a new file says: a dealer under the Tongxiang stall, unless told otherwise. */
export const aParty = (said: Asked = {}) => ({
  id: crypto.randomUUID(),
  kind: "dealer",
  parent: "TX",
  nameZh: "经纬纱线经营部（示例）",
  ...said,
});

/** Opens a file through the API as the sales manager; returns what the API says of it. */
export async function openParty(world: World, said: Asked = {}) {
  const opened = await world.as("mei").post("/parties", aParty(said));
  if (opened.status !== 201) throw new Error(`no party was opened: ${await opened.text()}`);
  return (await opened.json()) as { code: string; version: number; nameZh: string | null };
}
