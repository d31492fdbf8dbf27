"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/form/read-error.ts";
import { useClash } from "#components/form/use-clash.ts";
import { useZodForm } from "#components/form/use-zod-form.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { PROGRAMME_FIELDS, programmeContentOf } from "../rules/programme.ts";
import type { ProgrammeContent, ReviseProgramme } from "../schema/programme.ts";

export type Programme = RouterOutputs["operations"]["programme"];

/** The form of a programme; where somebody saved meanwhile, both versions and which one stays for each field. */
export function useProgrammeRevising(programme: Programme) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const exercise = useExercise();
  const { id, version } = programme;
  // As it was opened: what others save meanwhile meets it in the clash.
  const [base, setBase] = useState(() => programmeContentOf(programme));
  const form = useZodForm<ReviseProgramme>({
    schema: async () => (await import("../schema/programme.ts")).reviseProgrammeInput,
    initialValues: { id, version, ...programmeContentOf(programme) },
  });
  const clash = useClash<ProgrammeContent>(PROGRAMME_FIELDS, (name, value) =>
    form.setFieldValue(name, value as never),
  );
  const read = () =>
    queries.query({ ...trpc.operations.programme.queryOptions({ id, exercise }), staleTime: 0 });
  const revise = useMutation(
    trpc.operations.reviseProgramme.mutationOptions({
      onSuccess: async () => {
        clash.close();
        const now = await read();
        const values = { id, version: now.version, ...programmeContentOf(now) };
        setBase(programmeContentOf(now));
        form.setValues(values);
        form.resetDirty(values);
        await queries.invalidateQueries({ queryKey: trpc.operations.pathKey() });
        await queries.invalidateQueries({ queryKey: trpc.audit.pathKey() });
      },
      onError: async (error, sent) => {
        if (readError(error).reason !== "operation.programme_changed_meanwhile") return;
        const theirs = await read();
        form.setFieldValue("version", theirs.version);
        clash.open({ base, mine: programmeContentOf(sent), theirs: programmeContentOf(theirs) });
        // Whoever saves next is met from here: what was taken from this version is nobody's change.
        setBase(programmeContentOf(theirs));
      },
    }),
  );
  return { form, revise, clash };
}
