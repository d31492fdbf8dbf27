import { figureAt } from "./figure-at.ts";
import type { FigureContext, MappedFigure } from "./figure-at.ts";
import type { Kind } from "./kinds.ts";

/** Units that are kept as printed; other words for single things are pieces, and the word stays in the note. */
const UNITS = new Set([
  "kg",
  "t",
  "vehicles",
  "vessels",
  "rounds",
  "items",
  "documents",
  "pieces",
  "people",
  "cases",
]);
const MONEY = /^[A-Z]{3}$/;
/** Money that was taken, not a value put on something. */
const CASH = /^(cash|money|currency)$/i;

function unitOf(printed: string | null): { unit: string; kept: string | null } {
  if (printed === null) return { unit: "unspecified", kept: null };
  if (UNITS.has(printed) || MONEY.test(printed)) return { unit: printed, kept: null };
  return { unit: "pieces", kept: printed };
}

/** Seized goods and sums; "of which …" is part of the item before it, and a value is marked as one. */
export function mapSeizures(context: FigureContext): MappedFigure[] {
  const figures: MappedFigure[] = [];
  context.row.seizures.forEach((item, index) => {
    const { unit, kept } = unitOf(item.unit ?? null);
    const money = MONEY.test(unit);
    const notSeized = item.item.endsWith("(not a seizure)");
    const kind: Kind = { measure: notSeized ? (money ? "assets_identified" : "other") : "seizures", unit };
    const before = item.item.startsWith("of which ") ? figures.at(-1) : undefined;
    figures.push(
      figureAt(
        context,
        {
          path: `seizures.${index}`,
          label: item.item,
          kind,
          claim: { value: item.quantity ?? null, qualifier: item.qualifier ?? null },
        },
        {
          commodity: item.item,
          valuation: notSeized || (money && !CASH.test(item.item)),
          partOfId: before ? (before.partOfId ?? before.id) : null,
          note: [item.note, kept === item.item ? null : kept].filter(Boolean).join(" · ") || null,
        },
      ),
    );
  });
  return figures;
}
