import type { Mapping } from "../layout";
import { northwind } from "./northwind";
import { openings } from "./openings";
import { orders } from "./orders";
import { parties } from "./parties";
import { prices } from "./prices";
import { products } from "./products";

/** Every kind of upload that we understand. */
export const mappings: Mapping[] = [parties, products, prices, orders, openings, northwind];
