import type { Fault, SourceFile } from "#testing/modules.ts";
import {
  BANNED_NAMES,
  ENTRY_FILES,
  FEATURES,
  MAX_LINES,
  MAX_TEST_LINES,
  PARTS,
  ROOMS,
} from "#testing/wall-table.ts";

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// Next's route folders: (group), [param], [...rest], [[...rest]], @slot.
const ROUTE = /^(\([a-z-]+\)|\[{1,2}(\.\.\.)?[a-z-]+\]{1,2}|@[a-z-]+)$/;
const FOLDERS = PARTS.filter((part) => part !== "schema" && part !== "router");

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

function isInVocabulary(rest: string[]): boolean {
  const [first = "", second, ...deeper] = rest;
  if (deeper.length > 0) return false;
  if (isTest(rest.at(-1) ?? "")) return true;
  if (second === undefined) return PARTS.some((part) => part !== "components" && first === `${part}.ts`);
  if (first === "components") return /^[a-z0-9-]+(\.module\.css|\.tsx?)$/.test(second);
  return [...FOLDERS, "schema"].includes(first as never) && /^[a-z0-9-]+\.ts$/.test(second);
}

function placeFaults(path: string): string[] {
  const [root, room = "", ...rest] = path.split("/");
  if (root !== "src") return [];
  if (rest.length === 0) return ENTRY_FILES.includes(room) ? [] : ["no such room"];
  if (!(ROOMS as readonly string[]).includes(room)) return ["no such room"];
  if (room !== "features") return [];
  const [feature = "", ...inside] = rest;
  if (!(FEATURES as readonly string[]).includes(feature)) return ["no such feature"];
  return isInVocabulary(inside) ? [] : ["vocabulary"];
}

function wordsFaults(path: string): string[] {
  if (!/\.(tsx?|mjs)$/.test(path)) return [];
  return path.split("/").flatMap((segment, at, all) => {
    const isFile = at === all.length - 1;
    const name = isFile ? (segment.split(".")[0] ?? "") : segment;
    const banned = name === "index" || BANNED_NAMES.includes(name) || /-(utils?|helpers?)$/.test(name);
    if (banned) return ["banned name"];
    return KEBAB.test(name) || ROUTE.test(segment) ? [] : ["kebab-case"];
  });
}

/** Names that the closed vocabulary, the rooms or the list of empty words refuse. */
export const nameFaults = (path: string): Fault[] =>
  [...placeFaults(path), ...wordsFaults(path)].map((rule) => ({ path, rule, detail: path }));

/** A file longer than one can hold in the head. Only code counts. */
export function sizeFaults(file: SourceFile): Fault[] {
  if (!/\.(tsx?|mjs)$/.test(file.path)) return [];
  const lines = file.source.trimEnd().split("\n").length;
  const most = isTest(file.path) || file.path.endsWith(".spec.ts") ? MAX_TEST_LINES : MAX_LINES;
  return lines > most ? [{ path: file.path, rule: "size", detail: `${lines} lines` }] : [];
}
