/** A Zod issue as it comes from the form itself or, with its details under `params`, from the wire. */
export type Issue = {
  path: PropertyKey[];
  code?: string;
  params?: Record<string, unknown>;
  [detail: string]: unknown;
};

export type IssueMessage = { key: string; values: Record<string, string | number> };

const MINIMUM: Record<string, string> = {
  string: "too_short",
  number: "too_small_number",
  int: "too_small_number",
  array: "too_few",
  set: "too_few",
  date: "too_early",
};
const MAXIMUM: Record<string, string> = {
  string: "too_long",
  number: "too_big_number",
  int: "too_big_number",
  array: "too_many",
  set: "too_many",
  date: "too_late",
};
const FORMAT: Record<string, string> = {
  email: "invalid_email",
  date: "invalid_date",
  datetime: "invalid_date",
  url: "invalid_url",
};
const EXPECTED: Record<string, string> = {
  number: "not_a_number",
  int: "not_whole",
  date: "not_a_date",
  string: "not_text",
};

/** The key under `errors.issue` for one Zod issue, and its numbers. */
export function issueMessage(issue: Issue): IssueMessage {
  const detail = (name: string) => issue[name] ?? issue.params?.[name];
  const number = (name: string) => Number(detail(name) ?? 0);
  const word = (name: string) => {
    const said = detail(name);
    return typeof said === "string" ? said : "";
  };
  const origin = word("origin");
  const plain = (key: string) => ({ key, values: {} });
  switch (issue.code) {
    case "required":
      return plain("required");
    case "invalid_type":
      if (isMissing(issue, detail("input"))) return plain("required");
      return plain(EXPECTED[word("expected")] ?? "other");
    case "too_small":
      if (origin === "string" && number("minimum") === 1) return plain("required");
      return { key: MINIMUM[origin] ?? "other", values: { minimum: number("minimum") } };
    case "too_big":
      return { key: MAXIMUM[origin] ?? "other", values: { maximum: number("maximum") } };
    case "invalid_format":
      return plain(FORMAT[word("format")] ?? "invalid_format");
    case "invalid_value":
    case "invalid_union":
      return plain("not_a_choice");
    case "not_multiple_of":
      return plain("not_whole");
    case "unrecognized_keys":
      return plain("unknown_fields");
    // A rule of ours, named by the schema: its sentence has the same name.
    case "custom":
      return plain(word("reason") || "other");
    default:
      return plain("other");
  }
}

function isMissing(issue: Issue, input: unknown): boolean {
  if (input !== undefined && input !== null && input !== "") return false;
  // Zod leaves the input out of its issues; its English message tells a missing value from a wrong one.
  return typeof issue.message !== "string" || /received (undefined|null)$/.test(issue.message);
}
