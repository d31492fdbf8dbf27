import { door } from "./process.ts";
import { generateClient } from "./fresh.ts";

await door(async () => {
  await generateClient();
  return 0;
});
