import { afterAll, beforeAll } from "vitest";
import { mainFlows } from "../flows/main";
import { type EdgeWorker, startWorker } from "./worker";

let edge: EdgeWorker;
beforeAll(async () => {
  edge = await startWorker();
});
afterAll(() => edge?.close());

mainFlows(() => edge);
