import type { Mail, Mailer } from "./host";

export type MailSettings = { smtpUrl?: string; from?: string; publicUrl: string; demo: boolean };

/** A demo installation lets no mail out: the outbox row is where it can be read. */
export function mailerFor({ smtpUrl, from, publicUrl, demo }: MailSettings): Mailer {
  if (demo) return { send: async () => {} };
  if (!smtpUrl) return { send: () => Promise.reject(new Error("SMTP_URL is not set")) };

  const { hostname } = new URL(publicUrl);
  return { send: (mail) => sendBySmtp(smtpUrl, from ?? `Dangkou <no-reply@${hostname}>`, mail, hostname) };
}

async function sendBySmtp(url: string, from: string, mail: Mail, hostname: string) {
  const { createTransport } = await import("nodemailer"); // Heavy, and most requests send no mail.
  const transport = createTransport(url);
  try {
    // The same outbox row always makes the same Message-ID, so a mail sent again is shown once.
    const messageId = `<${mail.id}@${hostname}>`;
    await transport.sendMail({ from, to: mail.to, subject: mail.subject, text: mail.text, messageId });
  } finally {
    transport.close();
  }
}
