import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";
import { mailerFor } from "#worker/mailer";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A post office that takes any letter and keeps what was said to it. */
async function postOffice() {
  const said: string[] = [];
  const server = createServer((socket) => {
    let letter = false;
    socket.write("220 here\r\n");
    createInterface({ input: socket }).on("line", (line) => {
      said.push(line);
      if (letter && line !== ".") return;
      letter = line === "DATA";
      socket.write(letter ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 yes\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => server.close());
  return { said, smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const mail = { id: "0198", to: "li@xijin.example", subject: "投诉已受理", text: "您好" };
const publicUrl = "https://portal.example.com";

test("a mail reaches the server under the identity of its outbox row", async () => {
  const { said, smtpUrl } = await postOffice();

  await mailerFor({ smtpUrl, publicUrl, demo: false }).send(mail);

  expect(said).toContain("MAIL FROM:<no-reply@portal.example.com>");
  expect(said).toContain("RCPT TO:<li@xijin.example>");
  expect(said).toContain("Message-ID: <0198@portal.example.com>");
});

test("a demo sends nothing, even to a server that is there", async () => {
  const { said, smtpUrl } = await postOffice();
  await mailerFor({ smtpUrl, publicUrl, demo: true }).send(mail);
  expect(said).toEqual([]);
});

test("an installation without a mail server does not pretend to have sent", async () => {
  await expect(mailerFor({ publicUrl, demo: false }).send(mail)).rejects.toThrow("SMTP_URL is not set");
});
