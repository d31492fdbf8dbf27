import { buildApplication, ensureClient } from "./fresh.ts";
import { door } from "./process.ts";

await door(async () => {
  await ensureClient();
  await buildApplication();
  return 0;
});
