import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

// The tests run with the conditions of the server, under which React has no contexts; a browser's module needs a plain Node.
const READ_AGAIN = `
  import { QueryObserver } from "@tanstack/react-query";
  import { TRPCClientError } from "@trpc/client";
  import { makeQueryClient } from "#trpc/query-client.ts";

  const refused = (code) => TRPCClientError.from({ error: { code: -1, message: "", data: { code, httpStatus: 400 } } });
  const failures = {
    offline: new TRPCClientError("Failed to fetch"),
    UNAUTHORIZED: refused("UNAUTHORIZED"),
    FORBIDDEN: refused("FORBIDDEN"),
    NOT_FOUND: refused("NOT_FOUND"),
  };
  const left = {};
  for (const [name, failure] of Object.entries(failures)) {
    const client = makeQueryClient();
    const answers = [Promise.resolve("rows")];
    const queryFn = () => answers.shift() ?? Promise.reject(failure);
    const observer = new QueryObserver(client, { queryKey: ["list"], queryFn, retry: false });
    await observer.refetch();
    const { data } = await observer.refetch();
    left[name] = [data ?? null, observer.getCurrentResult().error === failure, client.getQueryData(["list"]) ?? null];
    client.clear();
  }
  console.log(JSON.stringify(left));
`;

it("keeps what was read when reading it again fails, and nothing of what the reader may no longer read", () => {
  const left: unknown = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", READ_AGAIN], {
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  expect(left).toEqual({
    offline: ["rows", true, "rows"],
    UNAUTHORIZED: ["rows", true, "rows"],
    FORBIDDEN: [null, true, null],
    NOT_FOUND: [null, true, null],
  });
});
