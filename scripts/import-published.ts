import { readFileSync } from "node:fs";
import { importPublished } from "#features/imports/mutations/import-published.ts";
import { importPublishedInput } from "#features/imports/schema.ts";
import { DomainError } from "#lib/errors.ts";
import { openStage } from "../prisma/seed/actors.ts";
import { IMPORT_PERSON_ID } from "../prisma/seed/ids.ts";
import { loadEnvFile, withDatabase } from "./database.ts";
import type { Database } from "./database.ts";
import { door, Refusal } from "./process.ts";

const USAGE = "Usage: npm run import:published -- <file.json> [--replace]";

const SAID: Record<string, string> = {
  "import.not_json": "The file is not JSON.",
  "import.not_operations": "The file is not a list of published operations; look at this field",
  "import.refused": "Nothing was imported. Problems",
  "import.other_content":
    "Nothing was imported: the same operations are here with other content. Add --replace to write new versions. Fields that differ",
};

function readContent(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Refusal(`The file ${path} cannot be read.`);
  }
}

/** What the import refused, in one or more lines for the person at the keyboard. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const { count, list, field } = error.values;
  const where = list === undefined ? (field ?? "") : `${count}\n${list}`;
  const words = SAID[error.reason] ?? error.reason;
  return new Refusal(where === "" ? words : `${words}: ${where}`);
}

async function importFile({ appUrl, ownerUrl }: Database, content: string, replace: boolean): Promise<void> {
  const input = importPublishedInput.safeParse({ content, replace });
  if (!input.success) throw new Refusal("The file is empty or longer than 8 million characters.");
  const stage = await openStage({ databaseUrl: appUrl, migrationUrl: ownerUrl });
  try {
    const act = await stage.actAs(IMPORT_PERSON_ID);
    const { added, replaced, skipped, kept } = await act("operation:import", importPublished, input.data);
    console.log(`${added} added, ${replaced} replaced, ${skipped} unchanged.`);
    if (kept > 0)
      console.log(
        `${kept} figures entered or revised by hand were kept beside what the file says: look at them.`,
      );
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await stage.close();
  }
}

await door(async () => {
  const words = process.argv.slice(2);
  const replace = words.includes("--replace");
  const [path, ...more] = words.filter((word) => word !== "--replace");
  if (path === undefined || more.length > 0 || path.startsWith("-")) throw new Refusal(USAGE);
  loadEnvFile();
  await withDatabase(
    () => {},
    (database) => importFile(database, readContent(path), replace),
  );
  return 0;
});
