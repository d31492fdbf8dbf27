import { describe, expect, it } from "vitest";
import { DomainError } from "#lib/errors.ts";
import { boundedQueue } from "./queue.ts";

const task = () => {
  let finish: (value: string) => void = () => undefined;
  let started = false;
  const work = () => {
    started = true;
    return new Promise<string>((done) => (finish = done));
  };
  return { work, finish: (value = "done") => finish(value), started: () => started };
};
const settle = () => new Promise((next) => setImmediate(next));

describe("a bounded queue", () => {
  it("runs two at a time, lets the rest wait in order and refuses beyond its line", async () => {
    const enter = boundedQueue({ running: 2, waiting: 2 });
    const tasks = Array.from({ length: 4 }, task);
    const results = tasks.map(({ work }) => enter(work));
    await settle();
    expect(tasks.map(({ started }) => started())).toEqual([true, true, false, false]);
    await expect(enter(task().work)).rejects.toEqual(new DomainError("too_many", "sign_in.busy"));
    tasks[0]?.finish("first");
    await settle();
    expect(tasks.map(({ started }) => started())).toEqual([true, true, true, false]);
    for (const { finish } of tasks) {
      finish("done");
      await settle();
    }
    expect(await Promise.all(results)).toEqual(["first", "done", "done", "done"]);
  });

  it("gives the place back when a task fails", async () => {
    const enter = boundedQueue({ running: 1, waiting: 0 });
    await expect(enter(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await expect(enter(() => Promise.resolve("next"))).resolves.toBe("next");
  });
});
