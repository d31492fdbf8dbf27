import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";

/** What the two documents say of STOP, in our words: skills, databases, systems and sectors. */
const STOP = {
  objective:
    "Officers are trained in class and, directly afterwards, check travellers and documents at airports, ports and " +
    "land borders against international databases, to find the organised groups that supply stolen or lost travel " +
    "documents. The access installed for it stays with the country.",
  crimeAreas: ["migrant_smuggling", "human_trafficking", "document_fraud"],
  topics: [
    "i247",
    "sltd",
    "nominals",
    "biometrics",
    "document_fraud",
    "interview_techniques",
    "specialised_equipment",
    "open_sources",
    "mobile_forensics",
    "operating_procedures",
    "analysis",
  ] as const,
  databases: ["sltd", "nominals", "notices"] as const,
  systems: ["find", "mind", "ibms"] as const,
  sectors: [
    "police",
    "immigration",
    "border_guard",
    "gendarmerie",
    "customs",
    "environmental",
    "ngo",
    "health_ministry",
    "social_affairs_ministry",
    "prosecutor",
    "ncb",
  ] as const,
};

/** Fills in the programme STOP once; what people wrote since stays. */
export async function describeProgrammes(ctx: Ctx): Promise<void> {
  const programme = await ctx.db.programme.findUnique({
    where: { code: "STOP" },
    select: { id: true, objective: true },
  });
  if (!programme || programme.objective !== null) return auditUnchanged(ctx);
  const { topics, databases, systems, sectors, ...words } = STOP;
  await ctx.db.programme.update({
    where: { id: programme.id },
    data: {
      ...words,
      topics: [...topics],
      databases: [...databases],
      systems: [...systems],
      sectors: [...sectors],
    },
    select: { id: true },
  });
  audit(ctx, "programme.described", {
    entity: "programme",
    id: programme.id,
    country: null,
    fields: Object.keys(STOP),
  });
}
