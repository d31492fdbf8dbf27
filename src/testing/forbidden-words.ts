import type { Fault, Module, Node } from "#testing/modules.ts";
import { isTest } from "#testing/names.ts";

const RAW = ["$queryRawUnsafe", "$executeRawUnsafe"];
const LOOSE = ["passthrough", "loose"];
const RUNNERS = ["it", "test", "describe", "suite"];
const HELD_BACK = ["skip", "only", "todo", "skipIf", "runIf", "fixme", "fails"];

const asNode = (value: unknown): Node | undefined =>
  typeof value === "object" && value !== null ? (value as Node) : undefined;

/** The name of a member, written as `a.name` or `a["name"]`. */
function memberName(node: Node): string | undefined {
  const property = asNode(node.property);
  return (property?.name ?? property?.value) as string | undefined;
}

/** The first name of a chain: `describe` in `describe.each(…).skip`. */
function rootName(value: unknown): string | undefined {
  const node = asNode(value);
  if (node?.type === "MemberExpression") return rootName(node.object);
  if (node?.type === "CallExpression") return rootName(node.callee);
  return node?.name as string | undefined;
}

function textOf(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral") return undefined;
  const quasis = node.quasis as { value: { raw: string } }[];
  return quasis.map((quasi) => quasi.value.raw).join("?");
}

/** A setting that would outlive its transaction and reach the next person on the same connection. */
export const isSessionSetting = (sql: string): boolean =>
  /set_config\s*\([^;]*?,\s*false\s*\)/i.test(sql) ||
  /\bset\s+(session\s+)?(?!local)app\.\w+\s*(=|to\b)/i.test(sql);

function memberFault(node: Node): string | undefined {
  const name = memberName(node) ?? "";
  if (RAW.includes(name)) return name;
  if (LOOSE.includes(name)) return `.${name}(`;
  const root = rootName(node.object) ?? "";
  if (root === "z" && (name === "any" || name === "looseObject")) return `z.${name}`;
  return RUNNERS.includes(root) && HELD_BACK.includes(name) ? `${root}.${name}` : undefined;
}

function nodeFault(node: Node, test: boolean): string | undefined {
  if (node.type === "MemberExpression") return memberFault(node);
  if (node.type === "ExpressionStatement" && node.directive === "use server") return "use server";
  const name = asNode(node.name)?.name ?? asNode(node.key)?.name;
  if (name === "dangerouslySetInnerHTML" || RAW.includes(name as string)) return name as string;
  const text = textOf(node);
  // Tests set such a thing on purpose, to see the database refuse what follows.
  if (!test && text !== undefined && isSessionSetting(text)) return "session-level setting";
  return undefined;
}

function suppressions(source: string): string[] {
  const found = source.match(/(\/\/|\/\*)\s*((oxlint|eslint)-disable|@ts-|prettier-ignore)[^\n]*/g) ?? [];
  return found.filter(
    (line) => line.includes("@ts-ignore") || line.includes("@ts-nocheck") || !line.includes(" -- "),
  );
}

/** Words of code that this house does not use, and suppressions without ` -- reason`. */
export function wordFaults(module: Module): Fault[] {
  const test = isTest(module.path) || module.path.startsWith("src/testing/");
  const words = module.nodes.flatMap((node) => nodeFault(node, test) ?? []);
  const all = [...words, ...suppressions(module.source).map((line) => `suppression without reason: ${line}`)];
  return all.map((detail) => ({ path: module.path, rule: "forbidden word", detail }));
}
