import type { Page } from "playwright-core";
import { beforeAll, describe, expect } from "vitest";
import type { Language } from "#schema/words/words";
import { callerOf } from "../flows/caller";
import { browserTest, desk, faultsOf, phone, visits } from "./browser";

const { visit, site } = visits();

/** Every page by who reads it; a star stands for the first record that the list before it shows. */
const pages: Record<string, string[]> = {
  nobody: [
    "/{language}",
    "/{language}/catalogue",
    "/{language}/catalogue/*",
    "/{language}/catalogue?q=nothing-like-it",
    "/{language}/enquiry",
    "/{language}/complain",
    "/{language}/track",
    "/sign-in",
    "/forgot-password",
    "/reset-password?token=none",
    "/invitation/none",
    "/api",
    "/no-such-page",
  ],
  "owner@xijin.example": [
    "/",
    "/orders",
    "/orders/*",
    "/orders/new",
    "/shipments",
    "/shipments/*",
    "/statements",
    "/statements/*",
    "/statements/*/print",
    "/ledger",
    "/complaints",
    "/complaints/*",
    "/complaints/new",
    "/returns",
    "/returns/*",
    "/returns/new",
    "/enquiries",
    "/enquiries/*",
    "/people",
    "/people/*",
    "/{language}/catalogue",
    "/{language}/catalogue/*",
    "/notices",
    "/account",
  ],
  "buyer@padma.example": ["/", "/orders", "/orders/*", "/shipments", "/shipments/*", "/statements"],
  "owner@sub.xijin.example": ["/", "/orders", "/orders/*", "/shipments"],
  "manager@lanxu.example": [
    "/desk",
    "/desk/orders",
    "/desk/orders/*",
    "/desk/shipments",
    "/desk/shipments/*",
    "/desk/parties",
    "/desk/parties/*",
    "/desk/parties/new",
    "/desk/parties/D-0107/change",
    "/desk/returns",
    "/desk/returns?open=",
    "/desk/returns/*",
    "/desk/catalogue",
    "/desk/catalogue/*",
    "/desk/catalogue/families",
    "/desk/price-lists",
    "/desk/price-lists/*",
    "/desk/price-lists/*/edit",
    "/desk/price-lists/new",
    "/desk/enquiries",
    "/desk/enquiries/*",
    "/desk/imports",
  ],
  "aftersales@lanxu.example": [
    "/desk/complaints",
    "/desk/complaints/all",
    "/desk/complaints/all/*",
    "/desk/complaints/all/*/accept",
    "/desk/complaints/all/*/route",
    "/desk/complaints/all/*/propose",
    "/desk/complaints/all/*/appraisal",
    "/desk/complaints/new",
    "/desk/follow-ups",
    "/desk/follow-ups?which=all",
    "/desk/follow-ups/*",
    "/desk/follow-ups/satisfaction",
  ],
  "catalog@lanxu.example": ["/desk/catalogue/new", "/desk/catalogue", "/desk/catalogue/*/edit"],
  "finance@lanxu.example": [
    "/desk",
    "/desk/accounts",
    "/desk/accounts/D-0107?currency=CNY",
    "/desk/statements",
    "/statements/ST-D0107-CNY-202610-V1",
  ],
  "admin@lanxu.example": ["/desk/people", "/desk/people/*", "/desk/jobs"],
};

const notThere = ["/no-such-page", "/invitation/none"];

beforeAll(async () => {
  const owner = await callerOf(site().url, "owner@xijin.example");
  await owner.post("/enquiries", { id: crypto.randomUUID(), body: "300D 网络丝有现货吗？" });
});

/** Tells which address is meant; a star is asked for the first time while the list before it is shown. */
function addresses(page: Page, language: Language) {
  const records = new Map<string, string>();
  return async (path: string) => {
    const [list = "", rest] = path.replace("{language}", language).split("*");
    if (rest === undefined) return list;
    const link = page.locator(`main a:not(nav a, .button)[href^="${list.replace("/all/", "/")}"]`);
    const record = records.get(list) ?? (await link.first().getAttribute("href")) ?? "";
    records.set(list, record);
    return record + rest;
  };
}

/** A code or a value of the machine that was left where words belong, or a page that is not there. */
function wrongIn(text: string | null, status: number | undefined, address: string): string[] {
  const raw = address === "/api" ? null : text?.match(/\w*[a-z]_[a-z]\w*|undefined|NaN|\[object/);
  const missing = status !== 200 && !notThere.includes(address);
  return [
    ...(raw ? [`${address} says ${raw[0]}`] : []),
    ...(missing ? [`${address} answers ${status}`] : []),
  ];
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  browserTest.concurrent.each(Object.keys(pages))(
    "%s reads no page that is hard to use on a phone or at a desk",
    async (reader) => {
      const person = reader === "nobody" ? undefined : reader;
      const page = await visit({ person, language, screen: phone, scripted: true });
      const addressOf = addresses(page, language);
      const faults: string[] = [];
      for (const path of pages[reader] ?? []) {
        const address = await addressOf(path);
        const reply = await page.goto(address);
        faults.push(...wrongIn(await page.textContent("main"), reply?.status(), address));
        for (const screen of [phone, desk]) {
          await page.setViewportSize(screen);
          faults.push(...(await faultsOf(page)).map((fault) => `${address} at ${screen.width}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    },
    180_000,
  );
});
