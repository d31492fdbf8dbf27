import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseAst } from "vitest/node";

/** A file of the repository: path from its root with forward slashes, and its text. */
export type SourceFile = { path: string; source: string };

/** One import as written. `names` are the imported names, `*` for a namespace; types count like values. */
export type Import = { specifier: string; names: string[]; typeOnly: boolean };

export type Node = { type: string; [key: string]: unknown };

export type Module = SourceFile & { imports: Import[]; nodes: Node[] };

/** What a check found: where, against which rule, and the offending piece. */
export type Fault = { path: string; rule: string; detail: string };

const SKIPPED = new Set(["node_modules", ".git", ".next", ".muster", "generated"]);

/** Every file below `folders` of `root`, generated code left out. */
export function listFiles(root: string, folders: string[]): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(path);
    }
  };
  for (const folder of folders) {
    try {
      visit(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return found.sort();
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith(".d.ts");

export const readSources = (root: string, paths: string[]): SourceFile[] =>
  paths.map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }));

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function collect(value: unknown, into: Node[]): Node[] {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isNode(value)) {
    into.push(value);
    for (const [key, child] of Object.entries(value)) {
      if (key !== "type" && typeof child === "object" && child !== null) collect(child, into);
    }
  }
  return into;
}

const literal = (value: unknown): string | undefined => {
  if (!isNode(value)) return undefined;
  if (value.type === "TSLiteralType") return literal(value.literal);
  return typeof value.value === "string" ? value.value : undefined;
};

const nameOf = (value: unknown): string =>
  isNode(value) ? ((value.name as string | undefined) ?? literal(value) ?? "*") : "*";

/** The string a node imports from, whatever the form: static, re-export, dynamic, type, require. */
function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
      return literal(node.source);
    case "TSImportType":
      return literal(node.source) ?? literal(node.argument);
    case "TSExternalModuleReference":
      return literal(node.expression);
    case "CallExpression":
      return nameOf(node.callee) === "require" ? literal((node.arguments as unknown[])[0]) : undefined;
    default:
      return undefined;
  }
}

function toImport(node: Node, specifier: string): Import {
  const specifiers = (node.specifiers as Node[] | undefined) ?? [];
  const names = specifiers.map((one) =>
    one.type === "ImportDefaultSpecifier" ? "default" : nameOf(one.imported ?? one.local),
  );
  const everyType =
    specifiers.length > 0 &&
    specifiers.every((one) => one.importKind === "type" || one.exportKind === "type");
  const typeOnly =
    node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type" || everyType;
  const wholesale = specifiers.length === 0 && node.type !== "ImportDeclaration";
  return { specifier, names: wholesale ? ["*"] : names, typeOnly };
}

/** Parses a module. Throws with its path when it is not TypeScript. */
export function parseModule(file: SourceFile): Module {
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only parser that vitest hands on
    const nodes = collect(parseAst(file.source, { lang: file.path.endsWith(".tsx") ? "tsx" : "ts" }), []);
    const imports = nodes.flatMap((node) => {
      const specifier = specifierOf(node);
      return specifier === undefined ? [] : [toImport(node, specifier)];
    });
    return { ...file, imports, nodes };
  } catch (error) {
    throw new Error(`${file.path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
