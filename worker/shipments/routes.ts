import { Hono } from "hono";
import { body, type Env, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { presentBriefShipment, ShipmentBrief } from "./brief";
import { DeliveredLine, presentDelivered } from "./deliveredLine";
import { LineQuery, MoveShipment, PlanShipment, ShipmentQuery, TrackShipment, Transport } from "./input";
import { listDeliveredLines } from "./lines";
import { moveShipment, namedMoves } from "./move";
import { presentShipment, ShipmentView } from "./output";
import { planShipment } from "./plan";
import { findShipment, listShipments } from "./shipments";
import { shipmentColumns } from "./table";
import { trackShipment } from "./track";
import { setTransport } from "./transport";

export const shipmentRoutes = new Hono<Env>()
  .get(
    "/",
    says("The shipments in my reach, newest first", pageOf(ShipmentBrief)),
    query(ShipmentQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: ShipmentQuery) => {
        const { items, nextCursor } = await listShipments(ctx, input);
        return { items: items.map(presentBriefShipment), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "shipments", shipmentColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .get(
    "/lines",
    says("Delivered goods in my reach, to complain about or return", pageOf(DeliveredLine)),
    query(LineQuery),
    async (c) => {
      const { items, nextCursor } = await listDeliveredLines(c.var.ctx, c.req.valid("query"));
      return c.json({ items: items.map(presentDelivered), nextCursor });
    },
  )
  .get("/:reference", says("One shipment", ShipmentView), async (c) => {
    const { ctx } = c.var;
    return c.json(presentShipment(ctx.actor, await findShipment(ctx, c.req.param("reference"))));
  })
  .post("/", says("Plan a shipment", ShipmentView, 201), body(PlanShipment), async (c) => {
    const { ctx } = c.var;
    const reference = await planShipment(ctx, c.req.valid("json"));
    return c.json(presentShipment(ctx.actor, await findShipment(ctx, reference)), 201);
  })
  .put(
    "/:reference/transport",
    says("Say how the goods travel", ShipmentView),
    body(Transport),
    async (c) => {
      const { ctx } = c.var;
      const reference = c.req.param("reference");
      const input = c.req.valid("json");
      await setTransport(ctx, reference, { ...input, version: seenVersion(c) ?? input.version });
      return c.json(presentShipment(ctx.actor, await findShipment(ctx, reference)));
    },
  )
  .post(
    "/:reference/tracking",
    says("Record what happened on the way", ShipmentView, 201),
    body(TrackShipment),
    async (c) => {
      const { ctx } = c.var;
      const reference = c.req.param("reference");
      await trackShipment(ctx, reference, c.req.valid("json"));
      return c.json(presentShipment(ctx.actor, await findShipment(ctx, reference)), 201);
    },
  )
  .post("/:reference/moves/:move", says("Move a shipment", ShipmentView), body(MoveShipment), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    const input = c.req.valid("json");
    const move = moveParam(c.req.param("move"), namedMoves);
    await moveShipment(ctx, reference, move, { ...input, version: seenVersion(c) ?? input.version });
    return c.json(presentShipment(ctx.actor, await findShipment(ctx, reference)));
  });
