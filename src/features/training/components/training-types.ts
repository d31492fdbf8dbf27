import type { RouterOutputs } from "#trpc/client.tsx";

export type SessionRow = RouterOutputs["training"]["list"]["rows"][number];
export type Session = RouterOutputs["training"]["get"];
export type Attendance = NonNullable<Session["attendance"]>[number];
export type Evaluation = NonNullable<Session["evaluations"]>[number];
export type Sheet = RouterOutputs["training"]["sheet"];
export type Trained = RouterOutputs["training"]["trained"]["total"];
export type PlanChoices = RouterOutputs["training"]["planChoices"];
