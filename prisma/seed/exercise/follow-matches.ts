import { answerConfirmation } from "#features/matches/mutations/answer-confirmation.ts";
import {
  confirmNationally,
  markNoReply,
  recordReply,
  requestConfirmation,
} from "#features/matches/mutations/ask.ts";
import { closeMatch } from "#features/matches/mutations/close-match.ts";
import { recordFinding, startSecondaryInspection } from "#features/matches/mutations/inspect.ts";
import { recordMatch } from "#features/matches/mutations/record-match.ts";
import { recordOutcome } from "#features/outcomes/mutations/record-outcome.ts";
import type { Permission } from "#access/permissions.ts";
import type { ClosedReason } from "#generated/prisma/enums.ts";
import type { Ctx } from "#server/transaction.ts";
import type { Stage } from "../actors.ts";
import { PERSON_IDS, personId } from "../ids.ts";
import { minutesAfter, notAfter, type Calendar } from "./calendar.ts";
import { chanceOf, idOf, type Chance } from "./chance.ts";
import { observed, type Hit } from "./hits.ts";
import { liaisonOf } from "./returns.ts";

type UseCase<I> = (ctx: Ctx, input: I) => Promise<unknown>;

/** One match's story told through the front door, each step at its own time; the version counts along. */
class Story {
  version = 1;
  at: Date;
  readonly stage: Stage;
  private readonly hit: Hit;
  private readonly now: Date;
  private steps = 0;
  readonly chance: Chance;

  constructor(stage: Stage, calendar: Calendar, hit: Hit) {
    this.stage = stage;
    this.now = calendar.now;
    this.hit = hit;
    this.at = hit.detectedAt;
    this.chance = chanceOf(`story:${hit.draw.no}`);
  }

  /** Moves the story on by some minutes, never past a few minutes ago. */
  later(minutes: number, leave: number): Date {
    const next = notAfter(minutesAfter(this.at, minutes), this.now, leave);
    if (next > this.at) this.at = next;
    return this.at;
  }

  step() {
    this.steps += 1;
    const { id } = this.hit;
    return {
      id,
      version: this.version,
      eventId: idOf(`event:${this.hit.draw.no}:${this.steps}`),
      at: this.at,
    };
  }

  async tell<I>(permission: Permission, useCase: UseCase<I>, input: I): Promise<void> {
    const act = await this.stage.actAs(personId(liaisonOf(this.hit.draw.point)), this.at);
    await act(permission, useCase as (ctx: Ctx, input: I) => Promise<object>, input);
  }

  async move<I>(useCase: UseCase<I>, input: I): Promise<void> {
    await this.tell("match:record", useCase, input);
    this.version += 1;
  }

  async close(reason: ClosedReason): Promise<void> {
    await this.move(closeMatch, { ...this.step(), channel: "other" as const, reason });
  }
}

/** Records the match and takes it through its steps up to where the exercise leaves it. */
export async function followMatch(stage: Stage, calendar: Calendar, hit: Hit): Promise<void> {
  const { draw } = hit;
  const story = new Story(stage, calendar, hit);
  story.later(story.chance.between(2, 9), 4);
  await story.tell("match:record", recordMatch, observed(hit));
  if (draw.fate === "recorded") return;
  story.later(story.chance.between(8, 25), 3);
  await inspect(story, hit);
  if (draw.fate === "second_line") return;
  if (draw.ending === "test_record_voided" || draw.ending === "requesting_country_not_contacted") {
    story.later(45, 3);
    return story.close(draw.ending);
  }
  if (draw.database === "national") {
    story.later(35, 3);
    const said = draw.reason
      ? { answer: "not_confirmed" as const, reason: draw.reason }
      : { answer: "confirmed" as const, reason: null };
    await story.move(confirmNationally, { ...story.step(), channel: "other" as const, ...said });
    return finish(story, hit);
  }
  story.later(story.chance.between(6, 20), 2);
  if (hit.requestedAt) story.at = hit.requestedAt;
  const requestId = idOf(`request:${draw.no}`);
  await story.move(requestConfirmation, { ...story.step(), channel: "i247" as const, requestId });
  if (draw.fate === "requested") return;
  if (draw.fate === "no_reply" || draw.ending === "reopened") {
    story.later(72 * 60, 90);
    await story.move(markNoReply, { ...story.step(), channel: "other" as const });
    if (draw.fate === "no_reply") return;
    story.later(30, 80);
    await story.close("no_reply");
  }
  await answer(story, hit, requestId);
  await finish(story, hit);
}

async function inspect(story: Story, { draw }: Hit): Promise<void> {
  const step = { ...story.step(), channel: "other" as const };
  if (draw.finding === null) return story.move(startSecondaryInspection, step);
  await story.move(recordFinding, { ...step, finding: draw.finding, interimMeasure: draw.interim });
}

/** A liaison of the issuing country answers here when there is one; otherwise the reply came over I-24/7 or by phone. */
async function answer(story: Story, { draw }: Hit, requestId: string): Promise<void> {
  story.later(draw.hoursToAnswer * 60, 60);
  const said = draw.reason
    ? { answer: "not_confirmed" as const, reason: draw.reason }
    : { answer: "confirmed" as const, reason: null };
  const liaison = PERSON_IDS[`liaison.${draw.issuer.toLowerCase()}`];
  if (liaison && draw.ending !== "reopened") {
    const act = await story.stage.actAs(liaison, story.at);
    await act("confirmation:answer", answerConfirmation, {
      id: requestId,
      eventId: story.step().eventId,
      ...said,
    });
    story.version += 1;
    return;
  }
  const channel = story.chance.next() < 0.12 ? ("phone" as const) : ("i247" as const);
  await story.move(recordReply, { ...story.step(), channel, ...said });
}

async function finish(story: Story, { draw, id }: Hit): Promise<void> {
  for (const kind of draw.outcomes) {
    story.later(story.chance.between(10, 90), 30);
    await story.tell("outcome:record", recordOutcome, {
      id: idOf(`outcome:${draw.no}:${kind}`),
      eventId: story.step().eventId,
      matchId: id,
      kind,
      at: story.at,
    });
  }
  if (!draw.fate.endsWith("_closed")) return;
  story.later(story.chance.between(60, 1500), 5);
  await story.close("follow_up_done");
}
