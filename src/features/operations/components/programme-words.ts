"use client";

import { useTranslations } from "next-intl";
import type { ProgrammeContent } from "../schema/programme.ts";
import { useCrimeAreaWords } from "./crime-area-words.ts";

/** What is said of a programme, as it is read. */
export function useProgrammeWords() {
  const t = useTranslations("programmes.field");
  const area = useCrimeAreaWords();
  const topic = useTranslations("terms.topic");
  const database = useTranslations("terms.database");
  const system = useTranslations("terms.accessSystem");
  const sector = useTranslations("terms.organisationKind");
  const listed = (words: readonly string[]) => words.join(" · ") || "—";
  return {
    area,
    topic,
    database,
    system,
    sector,
    name: (name: keyof ProgrammeContent) => t(name),
    value(content: ProgrammeContent, name: keyof ProgrammeContent): string {
      switch (name) {
        case "crimeAreas":
          return listed(content.crimeAreas.map(area));
        case "topics":
          return listed(content.topics.map((one) => topic(one)));
        case "databases":
          return listed(content.databases.map((one) => database(one)));
        case "systems":
          return listed(content.systems.map((one) => system(one)));
        case "sectors":
          return listed(content.sectors.map((one) => sector(one)));
        default:
          return content[name] ?? "—";
      }
    },
  };
}
