import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { caller } from "#trpc/server.tsx";

/** What a reader may not see is not found: the address does not tell the two apart. */
export const openOperation = cache((slug: string) => orNotFound(caller().operations.show({ slug })));
