/** Typed text as it is, for LIKE: %, _ and \ stand for themselves. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
