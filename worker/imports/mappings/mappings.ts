import type { Mapping } from "../layout";
import { northwind } from "./northwind";

/** Every kind of upload that we understand. */
export const mappings: Mapping[] = [northwind];
