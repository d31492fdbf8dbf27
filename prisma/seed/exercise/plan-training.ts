import type { Ctx } from "#server/transaction.ts";
import { addDays, type LocalDate } from "#lib/period.ts";
import { MERIDIAN_ID } from "../ids.ts";
import { chanceOf, idOf } from "./chance.ts";
import type { SessionInput } from "./input.ts";
import type { Placed } from "./plan-points.ts";

const utc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

type Class = Placed & { organisations: Map<string, string[]> };

/** Sessions, the points they serve, and attendance by organisation. */
export async function planTraining(ctx: Ctx, { meridian, anchor, organisations, points }: Class) {
  for (const session of meridian.training) {
    const id = idOf(`training:${session.no}`);
    await ctx.db.trainingSession.create({
      data: {
        id,
        operationId: MERIDIAN_ID,
        title: `Meridian ${session.no} · ${session.place}`,
        countryCode: session.country,
        place: session.place,
        startsOn: utc(addDays(anchor, session.days_from)),
        endsOn: utc(addDays(anchor, session.days_to)),
        delivery: session.delivery,
        languages: session.languages.split(","),
        topics: session.topics as "sltd"[],
        seats: session.seats,
        state: session.state,
      },
      select: { id: true },
    });
    await ctx.db.trainingTrainer.createMany({
      data: organisations.get("")!.map((organisationId) => ({ sessionId: id, organisationId })),
    });
    const served = meridian.points.filter((point) => point.trained_in_session === session.no);
    await ctx.db.trainingPoint.createMany({
      data: served.map((point) => ({ sessionId: id, borderPointId: points.get(point.id)! })),
    });
    if (session.attended !== null)
      await ctx.db.attendance.createMany({
        data: shares(session, (organisations.get(session.country) ?? []).slice(0, 4)).map((row) => ({
          ...row,
          sessionId: id,
          countryCode: session.country,
          operationId: MERIDIAN_ID,
          localDate: utc(addDays(anchor, session.days_to)),
        })),
      });
  }
}

/** Spreads a session's people over the country's organisations so that the parts add up to the whole. */
function shares(session: SessionInput, organisations: string[]) {
  const chance = chanceOf(`attendance:${session.no}`);
  const invited = Math.max(session.invited ?? 0, session.attended ?? 0);
  const people = Array.from({ length: invited }, (_, index) => organisations[index % organisations.length]!);
  const present = chance.shuffled(people).slice(0, session.attended ?? 0);
  const women = chance.shuffled(present).slice(0, session.women ?? 0);
  const certified = chance.shuffled(present).slice(0, session.certified ?? 0);
  const of = (list: string[], id: string) => list.filter((item) => item === id).length;
  return organisations.map((id) => ({
    organisationId: id,
    invited: of(people, id),
    attended: of(present, id),
    women: of(women, id),
    certified: of(certified, id),
  }));
}
