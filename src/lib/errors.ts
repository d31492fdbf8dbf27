export const DOMAIN_ERROR_KINDS = [
  "not_found",
  "invalid",
  "conflict",
  "unusable",
  "forbidden",
  "unauthenticated",
  "too_many",
] as const;
export type DomainErrorKind = (typeof DOMAIN_ERROR_KINDS)[number];
export type ErrorValues = Readonly<Record<string, string | number>>;

/**
 * A refusal the reader is told about in their own language: `reason` is a key under `errors`,
 * `values` fill its placeholders. Never put text of another person's row into `values`.
 */
export class DomainError extends Error {
  readonly kind: DomainErrorKind;
  readonly reason: string;
  readonly values: ErrorValues;

  constructor(kind: DomainErrorKind, reason: string, detail: { values?: ErrorValues } = {}) {
    super(`${kind}: ${reason}`);
    this.name = "DomainError";
    this.kind = kind;
    this.reason = reason;
    this.values = detail.values ?? {};
  }
}
