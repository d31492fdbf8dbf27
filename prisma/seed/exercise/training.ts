import type { EvaluationKind } from "#generated/prisma/enums.ts";
import { cancelSession, holdSession } from "#features/training/mutations/amend-session.ts";
import { planSession } from "#features/training/mutations/plan-session.ts";
import { recordAttendance } from "#features/training/mutations/record-attendance.ts";
import { recordEvaluation } from "#features/training/mutations/record-evaluation.ts";
import { validateAttendance } from "#features/training/mutations/validate-attendance.ts";
import type { Counts } from "#features/training/rules.ts";
import type { PlanSession } from "#features/training/schema.ts";
import type { Stage } from "../actors.ts";
import { MERIDIAN_ID, personId } from "../ids.ts";
import type { Calendar } from "./calendar.ts";
import { chanceOf, idOf } from "./chance.ts";
import type { Meridian, SessionInput } from "./input.ts";

type School = { stage: Stage; meridian: Meridian; calendar: Calendar; points: Map<string, string> };

/** Countries whose reviewer has not got round to the attendance yet: the demonstration shows both. */
const WAITING = ["CO", "MR"];
const MORNING = 9;

/** Sessions as the manager plans them, held or cancelled; attendance by the liaisons, validated by the reviewers. */
export async function teach(school: School): Promise<void> {
  for (const session of school.meridian.training) await teachOne(school, session);
}

async function teachOne(school: School, session: SessionInput): Promise<void> {
  const { stage, meridian, calendar, points } = school;
  const id = idOf(`training:${session.no}`);
  const on = (day: number) => new Date(`${calendar.dateOf(day)}T${String(MORNING).padStart(2, "0")}:00:00Z`);
  const served = meridian.points.filter((point) => point.trained_in_session === session.no);
  const plan: PlanSession = {
    id,
    operationId: MERIDIAN_ID,
    title: `Meridian ${session.no} · ${session.place}`,
    countryCode: session.country,
    place: session.place,
    startsOn: calendar.dateOf(session.days_from),
    endsOn: calendar.dateOf(session.days_to),
    delivery: session.delivery,
    languages: session.languages.split(",") as PlanSession["languages"],
    topics: session.topics as PlanSession["topics"],
    seats: session.seats,
    trainerIds: [idOf("organisation:lead")],
    pointIds: served.map((point) => points.get(point.id)).filter((point) => point !== undefined),
  };
  const manager = (day: number) => stage.actAs(personId("manager"), on(day));
  const early = session.days_from - 30;
  await (
    await manager(early)
  )("training:write", planSession, plan);
  if (session.state === "cancelled")
    await (
      await manager(session.days_from - 2)
    )("training:write", cancelSession, { id, version: 1, reason: "The road to Rosso was closed by floods." });
  if (session.state !== "held") return;
  await (
    await manager(session.days_to + 1)
  )("training:write", holdSession, { id, version: 1 });
  await sayWhoCame(school, session, on(session.days_to + 2));
}

async function sayWhoCame({ stage, meridian }: School, session: SessionInput, at: Date): Promise<void> {
  const country = session.country.toLowerCase();
  const sessionId = idOf(`training:${session.no}`);
  const rows = shares(session, organisationsOf(meridian, session.country)).map((row) => ({
    ...row,
    id: idOf(`attendance:${session.no}:${row.organisationId}`),
    supersedesId: null,
  }));
  const liaison = await stage.actAs(personId(`liaison.${country}`), at);
  const sheet = { id: idOf(`attendance:${session.no}`), sessionId, rows, reason: null };
  await liaison("attendance:record", recordAttendance, sheet);
  for (const one of evaluationsOf(session))
    await liaison("attendance:record", recordEvaluation, {
      ...one,
      id: idOf(`evaluation:${session.no}:${one.kind}`),
      sessionId,
      asked: session.attended,
      supersedesId: null,
      reason: null,
    });
  if (WAITING.includes(session.country)) return;
  const reviewer = await stage.actAs(personId(`reviewer.${country}`), new Date(at.getTime() + 86_400_000));
  await reviewer("outcome:validate", validateAttendance, {
    sessionId,
    rows: rows.map(({ id }) => ({ id, version: 1 })),
  });
}

type Said = { kind: EvaluationKind; mean: number; outOf: number; responses: number };

function evaluationsOf(session: SessionInput): Said[] {
  const said = (kind: EvaluationKind, mean: number | null, [outOf, responses]: [number, number]): Said[] =>
    mean === null || responses === 0 ? [] : [{ kind, mean, outOf, responses }];
  return [
    ...said("pre_test", session.pre_mean, [100, session.pre_n]),
    ...said("post_test", session.post_mean, [100, session.post_n]),
    ...said("reaction", session.reaction_mean_of_5, [5, session.reaction_n]),
  ];
}

/** The country's organisations that send people: at most four, as the plan names them. */
function organisationsOf(meridian: Meridian, country: string): string[] {
  const [, , , names] = meridian.countries.find(([code]) => code === country) ?? ["", "", "", []];
  return names.slice(0, 4).map((written) => idOf(`organisation:${country}:${written.split("|")[0]}`));
}

/** Spreads a session's people over the country's organisations so that the parts add up to the whole. */
function shares(session: SessionInput, organisations: string[]): ({ organisationId: string } & Counts)[] {
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
