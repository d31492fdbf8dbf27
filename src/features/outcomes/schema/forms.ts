import { z } from "zod";
import { recordArrestInput, recordPeopleGroupsInput, recordSeizureInput } from "./record.ts";

/** On a form somebody says whether there was a border point: null is an answer, nothing is not. */
const borderPointId = z.uuid().nullable();

/** What a form of the log must hold before it is sent. */
export const arrestForm = z.strictObject({ ...recordArrestInput.shape, borderPointId });
export const peopleForm = z.strictObject({ ...recordPeopleGroupsInput.shape, borderPointId });
export const seizureForm = z.strictObject({ ...recordSeizureInput.shape, borderPointId });
