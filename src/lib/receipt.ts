/** What the sender gets in hand: the last four hexadecimal digits of the id. */
export function receiptOf(id: string): string {
  return id.slice(-4).toUpperCase();
}
