"use client";

import { useTranslations } from "next-intl";
import { Figure, FigureValue } from "#components/figure.tsx";
import { Card, FigureRow } from "#components/layout/card.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { sumOf } from "../rules.ts";
import { COUNTED, type Counted } from "../rules.ts";
import type { Attendance, Session } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

/** Who came, by organisation: counts, never names; missing is not zero. */
export function SessionAttendance({ session }: { session: Session }) {
  const t = useTranslations("training.attendance");
  const { attendance } = session;
  if (attendance === null) return <Card title={t("title")}>{t("notForYou")}</Card>;
  if (attendance.length === 0) return <NobodySaid session={session} />;
  return (
    <>
      <Card title={t("byOrganisation")} note={session.state === "held" ? undefined : t("countsOnceHeld")}>
        <ByOrganisation rows={attendance} />
      </Card>
      <Corrections rows={attendance} />
    </>
  );
}

/** What is known of who came, over all organisations. */
export function SessionFigures({ session }: { session: Session }) {
  const t = useTranslations("training.attendance");
  const rows = session.attendance ?? [];
  if (rows.length === 0) return null;
  return (
    <FigureRow label={t("title")}>
      <Attended rows={rows} seats={session.seats} />
      {COUNTED.filter((name) => name !== "attended").map((name) => (
        <Counts key={name} rows={rows} name={name} />
      ))}
    </FigureRow>
  );
}

function NobodySaid({ session }: { session: Session }) {
  const t = useTranslations("training.attendance");
  return (
    <Card title={t("title")}>
      <EmptyState
        title={t("none")}
        action={
          session.may.record &&
          session.state !== "cancelled" && (
            <ActionLink href={`/log/attendance?session=${session.id}`}>{t("record")}</ActionLink>
          )
        }
      >
        {t(session.state === "cancelled" ? "noneCancelled" : "noneText")}
      </EmptyState>
    </Card>
  );
}

function Attended({ rows, seats }: { rows: readonly Attendance[]; seats: number | null }) {
  const t = useTranslations("training");
  const format = useFormatter();
  const validated = sumOf(
    rows.filter(({ review }) => review === "validated"),
    "attended",
  );
  const waiting = sumOf(
    rows.filter(({ review }) => review !== "validated"),
    "attended",
  );
  const answered = rows.filter(({ invited, attended }) => invited !== null && attended !== null);
  const invited = sumOf(answered, "invited").value;
  const came = sumOf(answered, "attended").value;
  return (
    <Figure
      value={validated.value}
      preliminary={waiting.value}
      status={t("trained.validated")}
      unit={t("trained.attended")}
      colour="training"
      note={[
        invited &&
          came !== null &&
          t("trained.ofInvited", { share: format.number(came / invited, "percent") }),
        seats !== null && t("attendance.seats", { seats: format.number(seats, "count") }),
      ]
        .filter(Boolean)
        .join(" · ")}
    />
  );
}

function Counts({ rows, name }: { rows: readonly Attendance[]; name: Exclude<Counted, "attended"> }) {
  const t = useTranslations("training.trained");
  const { value, known, of } = sumOf(rows, name);
  return <Figure value={value} unit={t(name)} note={known < of ? t("knownFor", { known, of }) : undefined} />;
}

function ByOrganisation({ rows }: { rows: readonly Attendance[] }) {
  const t = useTranslations("training");
  const words = useTrainingWords();
  return (
    <SimpleTable
      label={t("attendance.byOrganisation")}
      columns={[
        { header: t("attendance.organisation"), roomy: true },
        ...COUNTED.map((name) => ({ header: t(`count.${name}`), align: "end" as const })),
        { header: t("attendance.review") },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          words.organisation(row.organisation),
          ...COUNTED.map((name) => <FigureValue key={name} value={row[name]} />),
          <ReviewChip key="review" row={row} />,
        ],
      }))}
    />
  );
}

export function ReviewChip({ row }: { row: Attendance }) {
  const t = useTranslations("training.attendance");
  if (row.review === "queried") return <Chip tone="wait">{t("queried")}</Chip>;
  if (row.review !== "validated") return <Chip tone="prelim">{t("preliminary")}</Chip>;
  return <Chip tone="valid">{t(row.validatedOnBehalf ? "validatedOnBehalf" : "validated")}</Chip>;
}

/** What was corrected, and why: the earlier counts stay readable. */
function Corrections({ rows }: { rows: readonly Attendance[] }) {
  const t = useTranslations("training");
  const format = useFormatter();
  const words = useTrainingWords();
  const corrected = rows.filter(({ earlier }) => earlier.length > 0);
  if (corrected.length === 0) return null;
  const said = (row: Pick<Attendance, Counted>) =>
    COUNTED.map((name) => `${t(`count.${name}`)} ${row[name] ?? "—"}`).join(" · ");
  return (
    <Card title={t("attendance.corrections")}>
      <ul className={styles.list}>
        {corrected.flatMap((row) =>
          row.earlier.map((old, index) => (
            <li key={old.id}>
              <b>{words.organisation(row.organisation)}</b>
              <span className={styles.quiet}>{t("attendance.was", { counts: said(old) })}</span>
              {old.question && (
                <span className={styles.quiet}>
                  {t("log.asked")}: <bdi>{old.question}</bdi>
                </span>
              )}
              <span className={styles.quiet}>
                <bdi>{(index === 0 ? row : row.earlier[index - 1])?.reason ?? "—"}</bdi>
                {old.supersededAt && ` · ${format.dateTime(old.supersededAt, "momentZone")}`}
              </span>
            </li>
          )),
        )}
      </ul>
    </Card>
  );
}
