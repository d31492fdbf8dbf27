import type { SourceFile } from "#testing/modules.ts";

const alone = (text: string): RegExp => new RegExp(`(?<![\\w.-])${text}`);

/** What must never be committed. Written in pieces so that this file does not convict itself. */
const LEAKS: Record<string, RegExp[]> = {
  "a path of one machine": [
    ...["work", "root", "Users", "home/\\w+"].map((folder) => alone(`/${folder}/`)),
    alone(`/${"tmp"}/(?!\\$)[a-z]`),
    new RegExp(`\\.\\./${"shared"}/`),
  ],
  "a package registry": [
    /https?:\/\/[^\s"'`/]*(registry|artifactory|nexus|verdaccio|mirror|proxy)[^\s"'`/]*/i,
    new RegExp(`_${"authToken"}|^registry\\s*=`, "m"),
  ],
  "a secret": [
    new RegExp(`-----${"BEGIN"} [A-Z ]*PRIVATE KEY`),
    /\b(AKIA[0-9A-Z]{16}|gh[opsu]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|npm_[A-Za-z0-9]{30,}|xox[abp]-[\w-]{20,}|sk-[\w-]{30,})\b/,
    /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{15,}/,
    /\bpk\.eyJ[\w-]{20,}\.[\w-]{15,}/,
    /postgres(ql)?:\/\/[^\s:@/"'`$<{]+:(?!(secret|password|\.\.\.|…)@)[^\s@"'`$<{]+@(?!localhost|127\.0\.0\.1)/,
  ],
};

/** Lines of a file that give away where it was written, where it was installed from, or a key. */
export function leaksIn(file: SourceFile): string[] {
  return Object.entries(LEAKS).flatMap(([what, patterns]) =>
    patterns.flatMap((pattern) => {
      const match = pattern.exec(file.source);
      return match ? [`${file.path}: ${what}: ${match[0].slice(0, 60)}`] : [];
    }),
  );
}
