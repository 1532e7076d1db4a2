import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "#schema/words/words";
import { startSite } from "./site";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const quiet =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const there = existsSync(executablePath);

if (!there && process.env.CI) throw new Error(`The browser tests need a browser at ${executablePath}.`);
if (!there) console.warn(`No browser at ${executablePath}: the tests that need one are left out.`);

/** A test with a real browser; left out where there is none, but never in CI. */
export const browserTest = there ? test : test.skip;

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

type Visit = {
  person?: string;
  language?: Language;
  screen?: typeof phone;
  /** Lets axe run in the page itself; no script of ours is there to run. */
  scripted?: boolean;
};

/** The built site with a browser before it; call at the top of a test file. */
export function visits() {
  let site: Awaited<ReturnType<typeof startSite>>;
  let browser: Browser | undefined;
  beforeAll(async () => {
    site = await startSite();
    if (there) browser = await chromium.launch({ executablePath, args: quiet.split(" ") });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** A page of somebody's own browser, signed in through the form as people do; no script of ours runs. */
  async function visit({ person, language = "zh", screen = desk, scripted = false }: Visit = {}) {
    if (!browser) throw new Error("a browser test without a browser");
    const context = await browser.newContext({
      viewport: screen,
      javaScriptEnabled: scripted,
      locale: language === "zh" ? "zh-CN" : "en-GB",
      baseURL: site.url,
    });
    context.setDefaultTimeout(15_000); // Sooner than the test's own, to name what was not there.
    const page = await context.newPage();
    const strangers: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(site.url).origin) strangers.push(request.url());
    });
    page.on("close", () => expect(strangers).toEqual([]));
    if (person) await signIn(page, person, language);
    return page;
  }

  return { visit, site: () => site };
}

async function signIn(page: Page, person: string, language: Language) {
  await page.goto(`/sign-in?language=${language}`);
  await page.fill("#email", person);
  await page.fill("#password", "demo-dangkou");
  await page.click("form.form button[type=submit]");
  await page.goto(`/account?language=${language}`);
}

/** Nothing that axe calls a fault, and nothing wider than the screen. */
export async function expectFit(page: Page) {
  const scripted = await withScripts(page);
  expect(await faultsOf(scripted)).toEqual([]);
  await scripted.context().close();
}

/** What is wrong with a page where scripts may run, at its present width. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode() // Our pages have no frames; without, every look opens a page of its own.
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  const tooWide = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...(tooWide > 0 ? [`${tooWide} px wider than the screen`] : []),
  ];
}

/** The same page where axe's own timers run: a page without scripts has none. */
async function withScripts(page: Page): Promise<Page> {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      viewport: page.viewportSize(),
      storageState: await page.context().storageState(),
    });
  if (!context) throw new Error("a page without a browser");
  const scripted = await context.newPage();
  await scripted.goto(page.url());
  return scripted;
}
