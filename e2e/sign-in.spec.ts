import { expect, test, type Page } from "@playwright/test";

const password = process.env.MUSTER_DEMO_PASSWORD ?? "";

const account = (page: Page, name: string) => page.locator(`button[data-account="${name}"]`);

/** Signs in by one click and waits until the desk is there. */
async function enterAs(page: Page, name: string, path = "/account"): Promise<void> {
  await page.goto(path);
  await account(page, name).click();
  await page.waitForURL((url) => url.pathname === path);
}

test.use({ locale: "en-GB" });

test("a stranger is led to the door and, once signed in, to where they wanted to go", async ({ page }) => {
  await page.goto("/account?from=mail");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%3Ffrom%3Dmail$/);
  await expect(page.getByText("Exercise · fictional")).toBeVisible();
  await account(page, "manager").click();
  await expect(page).toHaveURL(/\/account\?from=mail$/);
  await expect(page.getByText("manager@muster.example")).toBeVisible();
});

test("another site's address is not where one lands", async ({ page }) => {
  await page.goto("/sign-in?next=//evil.example/");
  await account(page, "leadership").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  expect(new URL(page.url()).host).toBe(new URL(test.info().project.use.baseURL ?? page.url()).host);
});

test("e-mail and password open the desk; a wrong one says so and keeps the e-mail", async ({ page }) => {
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("E-mail").fill("liaison.it@muster.example");
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not fit together" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("liaison.it@muster.example");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
});

test("a session that ended keeps what was typed: sign in over the page and send it again", async ({
  page,
  browser,
}) => {
  await enterAs(page, "liaison.dk");
  const name = page.getByLabel("Name");
  const before = await name.inputValue();
  await name.fill(`${before} (duty desk)`);
  const elsewhere = await browser.newPage();
  await enterAs(elsewhere, "liaison.dk");
  await elsewhere.getByRole("button", { name: "End all others" }).click();
  await expect(elsewhere.getByText("this device")).toBeVisible();
  await expect(elsewhere.getByRole("button", { name: "End all others" })).toBeHidden();

  // The stream of the page ended with its session: it says so before anything is sent.
  const dialog = page.getByRole("dialog", { name: "You are signed out" });
  await dialog.getByRole("button", { name: /^Sign in · / }).click();
  await expect(dialog).toBeHidden();
  await expect(name).toHaveValue(`${before} (duty desk)`);
  await expect(page.locator("[data-live]")).toHaveAttribute("data-live", "open");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await name.fill(before);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
  await elsewhere.close();
});

test.describe("a browser that asks for Spanish", () => {
  test.use({ locale: "es-PE" });

  test("is answered in Spanish, then in the person's language", async ({ page }) => {
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "Iniciar sesión" })).toBeVisible();
    await account(page, "liaison.bj").click();
    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  });

  test("keeps the language chosen at the door", async ({ page }) => {
    await page.goto("/account");
    await page.getByRole("button", { name: /Español/ }).click();
    await page.getByRole("menuitemradio", { name: "العربية" }).click();
    await expect(page.getByRole("heading", { name: "تسجيل الدخول" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await account(page, "liaison.bj").click();
    await expect(page.getByRole("heading", { name: "حسابي" })).toBeVisible();
  });
});

test("signing out ends the session and leaves no draft on the device", async ({ page, context }) => {
  await enterAs(page, "liaison.ph");
  await page.evaluate(() => window.localStorage.setItem("muster-draft:someone:log", "{}"));
  const cookies = await context.cookies();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(
    await page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.includes("draft"))),
  ).toEqual([]);
  // Even the kept cookie is worth nothing any more.
  await context.addCookies(cookies);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await expect(page.getByText("Your session has ended.")).toBeVisible();
});

test("a forgotten password is asked for without telling who has an account", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgotten password" })).toBeVisible();
  await page.getByLabel("E-mail").fill("stranger@agency.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(
    page.getByText("If this e-mail has an account, a link is on its way.", { exact: false }),
  ).toBeVisible();
  await page.goto(`/invite/${"0".repeat(64)}`);
  await expect(page.getByRole("heading", { name: "This link does not work" })).toBeVisible();
});

test("the pages keep their own policy: nothing is refused by it", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await enterAs(page, "admin", "/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.goto("/settings/invitations");
  await expect(page.getByRole("button", { name: "Send the invitation" })).toBeVisible();
  expect(refused).toEqual([]);
});
