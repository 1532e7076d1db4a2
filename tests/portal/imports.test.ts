import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { excerpt, filesIn } from "../build/imports";
import { browserTest, desk, expectFit, phone, visits } from "./browser";

const { visit } = visits();
const person = "admin@lanxu.example";
const paths = filesIn(excerpt).map(({ name }) => join(excerpt, name));

const words = {
  zh: {
    ...{ upload: "上传并试运行", import: "导入", choose: "请选择要导入的文件。", error: /^错误/ },
    ...{ done: "已导入。", lines: "订单明细", fault: "“twelve”不是有效的数字。", nothing: "未导入任何内容" },
  },
  en: {
    ...{
      upload: "Upload and check",
      import: "Import",
      choose: "Choose the files to import.",
      error: /^Error/,
    },
    ...{
      done: "Imported.",
      lines: "Order lines",
      fault: "“twelve” is not a number",
      nothing: "Nothing was imported",
    },
  },
};
const readers = [
  { language: "zh", screen: phone },
  { language: "en", screen: desk },
] as const;

const send = async (page: Page, files: string[], button: string) => {
  await page.goto("/desk/imports");
  await page.setInputFiles("#files", files);
  await page.getByRole("button", { name: button, exact: true }).click();
};
const main = (page: Page) => page.textContent("main");

describe.each(readers)("imports without any script, in $language", ({ language, screen }) => {
  const said = words[language];

  browserTest("a wholesaler's files are looked at, then brought in", async () => {
    const page = await visit({ person, language, screen });

    await send(page, paths, said.upload);
    expect(await main(page)).toContain("USD 680.24");
    expect(await main(page)).toContain("USD 66.10");
    await expectFit(page);
    await page.getByRole("button", { name: said.import, exact: true }).click();

    expect(await main(page)).toContain(said.done);
    expect(await main(page)).toContain(said.lines);
    await expectFit(page);
    await page.goto("/orders?q=NW-503");
    expect(await main(page)).toContain("Molenaar & Fils");
  });

  browserTest("faults are listed by file, row and column, and nothing can be imported", async () => {
    const page = await visit({ person, language, screen });
    const wrong = join(mkdtempSync(join(tmpdir(), "wrong-")), "order-details.csv");
    writeFileSync(wrong, "orderID,productID,unitPrice,quantity,discount\n501,1,9.40,twelve,0\n");

    await send(page, [join(excerpt, "orders.csv"), wrong], said.upload);

    expect(await main(page)).toContain(said.nothing);
    expect(await page.locator("tbody tr").first().textContent()).toMatch(/order-details\.csv.*2.*quantity/s);
    expect(await main(page)).toContain(said.fault);
    expect(await page.getByRole("button", { name: said.import, exact: true }).count()).toBe(0);
    expect(await main(page)).not.toMatch(/[a-z]_[a-z]|undefined|\[object/);
    await expectFit(page);
  });

  browserTest("without a file the form says what is missing", async () => {
    const page = await visit({ person, language, screen });

    await send(page, [], said.upload);

    expect(await page.title()).toMatch(said.error);
    expect(await main(page)).toContain(said.choose);
    await expectFit(page);
  });

  browserTest("whoever may not import is told so", async () => {
    const page = await visit({ person: "logistics@lanxu.example", language, screen });

    expect((await page.goto("/desk/imports"))?.status()).toBe(403);
  });
});
