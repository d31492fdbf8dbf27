import { expect, expectAccessible, test } from "./fixtures.ts";

test("a liaison sees what waits, learns what waits in the exercise, and puts the first hint away for good", async ({
  visit,
}) => {
  const page = await visit("liaison.ke");
  await page.goto("/");
  await page.getByRole("link", { name: "Open the exercise" }).first().click();
  await expect(page).toHaveURL(/exercise=1/);
  await expect(page.getByText("EXERCISE").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "What to do here first" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Put this away" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(page.getByRole("link", { name: "All matches" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What to do here first" })).toHaveCount(0);
});

test("leadership lands on Summary, in the world it looks at", async ({ visit }) => {
  const page = await visit("leadership");
  await page.goto("/?exercise=1");
  await expect(page).toHaveURL(/\/summary\?exercise=1/);
});

test("a reviewer goes from Today to the point-days that wait", async ({ visit }) => {
  const page = await visit("reviewer.ke");
  await page.goto("/?exercise=1");
  const review = page.getByRole("region", { name: "To review", exact: true });
  await review.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/returns\?.*state=/, { timeout: 30_000 });
  await expect(page).toHaveURL(/exercise=1/);
});

test("a reviewer goes from Today to results and sessions that wait, exactly as many as were counted", async ({
  visit,
}) => {
  const page = await visit("reviewer.mr");
  await page.goto("/?exercise=1");
  const waiting = page.getByRole("region", { name: "Results to review" });
  await expect(waiting.getByText("Training sessions with attendance")).toBeVisible();
  await expectAccessible(page);
  const counted = await waiting
    .getByRole("link")
    .evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute("href") ?? "", count: link.textContent })),
    );
  expect(counted.map(({ href }) => href)).toContainEqual(expect.stringMatching(/^\/training\?/));
  for (const { href, count } of counted) {
    await page.goto(href);
    await expect(page).toHaveURL(/review=submitted/);
    await expect(page).toHaveURL(/exercise=1/);
    await expect(page.getByRole("navigation", { name: "Pages" })).toContainText(`of ${count}`);
  }
});

test("an administrator sees assignments and invitations, and no results", async ({ visit }) => {
  const page = await visit("admin");
  await page.goto("/");
  await expect(
    page.getByRole("heading", { name: "Assignments that need a second administrator" }),
  ).toBeVisible();
  await expect(page.getByText(/matches wait|Point-days/)).toHaveCount(0);
});
