import { eq } from "drizzle-orm";
import { companyId, parties, partyParents } from "#schema/parties";
import { credentials, memberships, people } from "#schema/people";
import { createAuth } from "./auth";
import { businessDate } from "./calendar";
import type { Host } from "./host";
import { newSecret } from "./identity";
import { Email } from "./session/input";
import { duplicateOf, event, write } from "./write";

const linkHours = 24;

/**
 * Makes the company, its export department and its first administrator in an empty database; returns the
 * address at which that person chooses a password. Throws when there is a company already.
 */
export async function setUp(host: Host, [email = "", nameZh = "", nameEn = ""]: string[]): Promise<string> {
  const address = Email.safeParse(email);
  if (!address.success || !nameZh) throw usage;
  const { password, internalAdapter } = await createAuth(host).$context;
  const secret = newSecret();
  try {
    await found(
      host,
      { email: address.data, nameZh, nameEn: nameEn || null },
      await password.hash(newSecret()),
    );
  } catch (error) {
    throw duplicateOf(error) ? taken : error;
  }
  const [admin] = await host.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, address.data))
    .limit(1);
  if (!admin) throw new Error("an administrator who was just written is gone");
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${secret}`,
    value: admin.id,
    expiresAt: new Date(host.now().getTime() + linkHours * 3_600_000),
  });
  return `${host.settings.publicUrl}/reset-password?token=${secret}`;
}

type Company = { email: string; nameZh: string; nameEn: string | null };

function found(host: Host, { email, nameZh, nameEn }: Company, password: string) {
  const { db } = host;
  const now = host.now();
  const today = businessDate(now);
  const person = crypto.randomUUID();
  const ctx = { db, now, actor: { kind: "system" } as const };
  const created = { createdAt: now, updatedAt: now };
  return write(ctx, [
    db.insert(parties).values({ id: companyId, code: "LX", kind: "company", nameZh, nameEn, createdAt: now }),
    db.insert(parties).values({
      id: "EX",
      code: "EX",
      kind: "outlet",
      outletKind: "office",
      operation: "direct",
      nameZh: "外贸部",
      nameEn: "Export department",
      createdAt: now,
    }),
    db.insert(partyParents).values({ partyId: "EX", parentId: companyId, validFrom: today }),
    db.insert(people).values({ id: person, name: email, email, emailVerified: true, ...created }),
    db.insert(credentials).values({
      id: crypto.randomUUID(),
      accountId: person,
      providerId: "credential",
      userId: person,
      password,
      ...created,
    }),
    db.insert(memberships).values({
      id: crypto.randomUUID(),
      personId: person,
      partyId: companyId,
      roles: ["admin"],
      validFrom: today,
    }),
    event(ctx, { recordId: companyId, type: "company.founded", forCustomer: false }),
  ]);
}

const usage = new Error(
  'Say who the first administrator is and what the company is called: npm run setup -- you@firm.example "公司名称" "Company name".',
  { cause: "setting" },
);
const taken = new Error(
  "This database has a company already; its administrators invite people at /desk/people.",
  {
    cause: "setting",
  },
);
