import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { files } from "#schema/files";
import { reachNouns } from "#schema/reach";
import { type Actor, isSignedIn } from "../actor";
import { inReach, nothing } from "../reach";

/** The files this actor may read: their own until a record takes them, then those of records in reach. */
export function visibleFiles(actor: Actor): SQL {
  const ofRecords = reachNouns.map((noun) => and(eq(files.noun, noun), inReach(actor, noun, files.recordId)));
  const forReader = actor.kind === "staff" ? sql`1` : eq(files.forStaffOnly, false);
  return sql`${or(ownUnattached(actor), and(forReader, or(...ofRecords)))}`;
}

/** What an upload says about its sender; a visitor has nothing but the id that nobody can guess. */
export function uploaderOf(actor: Actor): string | null {
  if (isSignedIn(actor)) return actor.personId;
  return actor.kind === "guest" ? actor.link.id : null;
}

/** Loose files of this sender, which a record may still take. */
export function looseFilesOf(actor: Actor): SQL {
  const sender = uploaderOf(actor);
  return sql`${and(isNull(files.recordId), sender ? eq(files.uploadedBy, sender) : isNull(files.uploadedBy))}`;
}

/** A visitor's loose file is read by nobody, or we would be a free place to keep things. */
const ownUnattached = (actor: Actor): SQL => (uploaderOf(actor) ? looseFilesOf(actor) : nothing);
