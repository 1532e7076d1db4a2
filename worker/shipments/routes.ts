import { Hono } from "hono";
import { type Env, query, says } from "../http";
import { pageOf } from "../page";
import { asTable } from "../table";
import { presentBriefShipment, ShipmentBrief } from "./brief";
import { DeliveredLine, presentDelivered } from "./deliveredLine";
import { LineQuery, ShipmentQuery } from "./input";
import { listDeliveredLines } from "./lines";
import { presentShipment, ShipmentView } from "./output";
import { findShipment, listShipments } from "./shipments";
import { shipmentColumns } from "./table";

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
  });
