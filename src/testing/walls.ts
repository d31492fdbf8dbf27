import { posix } from "node:path";
import { isTest, nameFaults, sizeFaults } from "#testing/names.ts";
import { wordFaults } from "#testing/forbidden-words.ts";
import {
  isCode,
  parseModule,
  type Fault,
  type Import,
  type Module,
  type SourceFile,
} from "#testing/modules.ts";
import { ENTRY_FILES, FEATURES, FENCED, MAY_IMPORT, PARTS, type Part } from "#testing/wall-table.ts";

export type Verdict = { read: number; imports: number; faults: Fault[] };

const below = (path: string): string => path.replace(/^src\//, "");
const featureOf = (path: string): string | undefined => /^features\/([^/]+)\//.exec(path)?.[1];
const partOf = (path: string): Part | undefined => {
  const word = /^features\/[^/]+\/([^/.]+)/.exec(path)?.[1];
  return PARTS.find((part) => part === word);
};
const isFree = (path: string): boolean => path.startsWith("testing/") || isTest(path);
const order = (feature: string): number => (FEATURES as readonly string[]).indexOf(feature);
const isPiece = (path: string): boolean => /-(badge|link|picker)\.tsx$/.test(path);

/** The row of the wall table that holds for a module, and the prefix that is its own place. */
function placeOf(path: string): { row: string; own: string } {
  if (ENTRY_FILES.includes(path)) return { row: "entry", own: path };
  if (path.startsWith("features/")) return { row: `features:${partOf(path) ?? "?"}`, own: path };
  const [room = ""] = path.split("/");
  const row = ["app/api/", "trpc/root."].find((one) => path.startsWith(one));
  if (row === "app/api/") return { row: "app/api", own: row };
  return { row: row ? "trpc/root" : room, own: `${room}/` };
}

function grants(grant: string, from: string, to: string): boolean {
  const [whose, part] = grant.split(":");
  const feature = featureOf(to);
  if (part === undefined) return to.startsWith(grant);
  if (feature === undefined) return false;
  if (whose === "any") return partOf(to) === part;
  if (whose === "own") return feature === featureOf(from) && partOf(to) === part;
  if (feature === featureOf(from) || order(feature) >= order(featureOf(from) ?? "")) return false;
  return part === "pieces" ? partOf(to) === "components" && isPiece(to) : partOf(to) === part;
}

/** Whether the module at `from` may import the one at `to` (paths below src). */
export function mayImport(from: string, to: string): boolean {
  if (isFree(from)) return true;
  if (isFree(to)) return false;
  const { row, own } = placeOf(from);
  return to.startsWith(own) || (MAY_IMPORT[row] ?? []).some((grant) => grants(grant, from, to));
}

/** The path below src an import points to; undefined for a library; throws nothing. */
function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

function fenceFaults(from: string, one: Import): string[] {
  if (isFree(from)) return [];
  return FENCED.filter(({ library, names, only }) => {
    if (!library.test(one.specifier) || only.some((place) => from.startsWith(place))) return false;
    return names === undefined || one.names.some((name) => names.includes(name));
  }).map(() => `${one.names.join(", ")} from ${one.specifier}`);
}

function importFaults(module: Module, known: Set<string>): Fault[] {
  const from = below(module.path);
  return module.imports.flatMap((one) => {
    const fault = (rule: string, detail = one.specifier): Fault => ({ path: module.path, rule, detail });
    const fenced = fenceFaults(from, one).map((detail) => fault("fenced library", detail));
    if (/^[@~]\//.test(one.specifier)) return [fault("one alias")];
    const to = targetOf(from, one.specifier);
    if (to === undefined) return fenced;
    if (to.startsWith("../")) return isFree(from) ? [] : [fault("stays in src")];
    if (!to.startsWith("generated/") && !known.has(`src/${to}`)) return [fault("import exists")];
    const outside = from.startsWith("features/") && /^server\/db[./]/.test(to) && !one.typeOnly;
    if (outside) fenced.push(fault("only the transaction reads and writes"));
    return mayImport(from, to) ? fenced : [...fenced, fault("wall")];
  });
}

/** Groups of modules that import each other in a circle (Tarjan's strongly connected components). */
function cycleFaults(modules: Module[]): Fault[] {
  const edges = new Map(
    modules.map((module) => [
      below(module.path),
      module.imports.flatMap((one) => targetOf(below(module.path), one.specifier) ?? []),
    ]),
  );
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): number => {
    index.set(path, index.size);
    let lowest = index.size - 1;
    stack.push(path);
    for (const to of edges.get(path) ?? []) {
      if (!edges.has(to)) continue;
      if (!index.has(to)) lowest = Math.min(lowest, visit(to));
      else if (stack.includes(to)) lowest = Math.min(lowest, index.get(to) ?? 0);
    }
    low.set(path, lowest);
    if (lowest !== index.get(path)) return lowest;
    const circle = stack.splice(stack.indexOf(path)).sort();
    if (circle.length > 1 || edges.get(path)?.includes(path)) circles.push(circle);
    return lowest;
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return circles.map((circle) => ({ path: `src/${circle[0]}`, rule: "cycle", detail: circle.join(" → ") }));
}

/**
 * Holds a set of files against the floor plan. Reading no module is itself a fault, so a checker that
 * lost its input cannot report success.
 */
export function checkWalls(files: SourceFile[]): Verdict {
  const modules = files.filter((file) => isCode(file.path)).map(parseModule);
  const inSource = modules.filter((module) => module.path.startsWith("src/"));
  const known = new Set(files.map((file) => file.path));
  const imports = inSource.reduce((sum, module) => sum + module.imports.length, 0);
  const empty: Fault[] =
    inSource.length === 0 ? [{ path: "src", rule: "nothing read", detail: "0 modules" }] : [];
  const faults = [
    ...empty,
    ...files.flatMap((file) => [...nameFaults(file.path), ...sizeFaults(file)]),
    ...modules.flatMap(wordFaults),
    ...inSource.flatMap((module) => importFaults(module, known)),
    ...cycleFaults(inSource),
  ];
  return { read: inSource.length, imports, faults };
}
