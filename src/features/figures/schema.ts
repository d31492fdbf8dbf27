import { z } from "zod";

export const figuresInput = z.strictObject({ operationId: z.uuid() });
export type FiguresInput = z.output<typeof figuresInput>;
