import { expect, expectAccessible, expectToFit, open, test, type Page, settled } from "./fixtures.ts";

/** Every page with who looks at it; the exercise fills them. */
const PAGES: [account: string, address: string][] = [
  ["liaison.ke", "/?exercise=1"],
  ["reviewer.ke", "/?exercise=1"],
  ["manager", "/?exercise=1"],
  ["admin", "/"],
  ["observer", "/?exercise=1"],
  ["manager", "/operations"],
  ["manager", "/operations?view=timeline"],
  ["manager", "/operations?view=map"],
  ["manager", "/operations/hammer-2011"],
  ["manager", "/operations/hammer-2011?tab=plan"],
  ["manager", "/operations/new?exercise=1"],
  ["manager", "/operations/new?from=hammer-2011"],
  ["manager", "/operations/exercise-meridian-2026/edit?exercise=1"],
  ["manager", "/operations?exercise=1"],
  ["manager", "/operations/exercise-meridian-2026"],
  ["liaison.ke", "/log?exercise=1"],
  ["liaison.ke", "/log/return?exercise=1"],
  ["liaison.ke", "/log/match?exercise=1"],
  ["liaison.ke", "/log/arrest?exercise=1"],
  ["liaison.ke", "/log/victims?exercise=1"],
  ["liaison.ke", "/log/seizure?exercise=1"],
  ["reviewer.ke", "/results?exercise=1"],
  ["reviewer.ke", "/results?exercise=1&kind=seizure"],
  ["reviewer.ke", "/returns?exercise=1"],
  ["liaison.ke", "/matches?exercise=1"],
  ["liaison.dk", "/confirmations?exercise=1"],
  ["leadership", "/situation?exercise=1"],
  ["leadership", "/summary?exercise=1"],
  ["leadership", "/summary"],
  ["leadership", "/summary?exercise=1&by=country"],
  ["leadership", "/summary/compare?a=adwenpa-2-2016&b=adwenpa-3-2017"],
  ["leadership", "/print/summary?exercise=1"],
  ["manager", "/training?exercise=1"],
  ["manager", "/training?exercise=1&view=calendar"],
  ["manager", "/training/new?exercise=1"],
  ["liaison.ke", "/log/attendance?exercise=1"],
  ["liaison.ke", "/account"],
  ["admin", "/settings"],
  ["admin", "/settings/waiting"],
  ["admin", "/settings/invitations"],
  ["admin", "/settings/about"],
  ["admin", "/settings/organisations"],
  ["manager", "/settings/organisations"],
  ["manager", "/settings/programmes"],
  ["manager", "/settings/programmes/new"],
  ["admin", "/audit"],
  ["manager", "/operations/exercise-meridian-2026?tab=sources&exercise=1"],
  ["manager", "/operations/exercise-meridian-2026/figures/new?exercise=1"],
  ["manager", "/points?exercise=1"],
  ["liaison.ke", "/points?exercise=1&state=live"],
  ["manager", "/points/new?exercise=1"],
  ["manager", "/about"],
  ["manager", "/no-such-page"],
];

/** On every page of the exercise. */
const STAMP = { en: "EXERCISE", ar: "تمرين" };

async function settle(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await settled(page);
}

for (const [account, address] of PAGES) {
  for (const [locale, dark] of [
    ["en", false],
    ["ar", true],
  ] as const) {
    test(`${address} for ${account} is accessible in ${locale}, ${dark ? "dark" : "light"}, and fits a phone`, async ({
      visit,
    }) => {
      const page = await visit(account, { locale, dark });
      const broken: string[] = [];
      page.on("pageerror", (error) => broken.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !/404|Failed to load resource/.test(message.text()))
          broken.push(message.text());
      });
      await settle(page, address);
      await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
      if (address.includes("exercise=1"))
        await expect(
          page.getByText(STAMP[locale], { exact: true }).filter({ visible: true }).first(),
        ).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectToFit(page);
      expect(broken).toEqual([]);
    });
  }
}

/** Pages for people whom nobody knows yet. */
const DOORS = ["/sign-in", "/forgotten", "/about", "/waiting", `/invite/${"0".repeat(64)}`];

for (const [locale, dark] of [
  ["en-GB", false],
  ["ar", true],
] as const) {
  test(`the pages at the door are accessible in ${locale}, ${dark ? "dark" : "light"}, and fit a phone`, async ({
    browser,
  }) => {
    const context = await open(browser, { locale, dark, phone: true });
    const page = await context.newPage();
    for (const address of DOORS) {
      await settle(page, address);
      await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
      await expectAccessible(page);
      await expectToFit(page);
    }
    await context.close();
  });
}

/** Pages that are reached through another: one person, one match, one point and its form. */
const WITHIN: [account: string, from: string, opens: RegExp, then?: string][] = [
  ["liaison.ke", "/matches?exercise=1&queue=all", /\/matches\/[0-9a-f-]{36}/],
  ["reviewer.ke", "/returns?exercise=1&state=submitted", /\/returns\/[0-9a-f-]{36}/],
  ["reviewer.ke", "/results?exercise=1", /\/results\/[a-z]+\/[0-9a-f-]{36}/],
  ["manager", "/points?exercise=1", /\/points\/[0-9a-f-]{36}/],
  ["manager", "/points?exercise=1", /\/points\/[0-9a-f-]{36}/, "/edit"],
  ["manager", "/training?exercise=1", /\/training\/[0-9a-f-]{36}/],
  ["manager", "/training?exercise=1", /\/training\/[0-9a-f-]{36}/, "/edit"],
  ["admin", "/settings", /\/settings\/people\//],
  ["admin", "/settings/organisations", /\/settings\/organisations\//],
  ["manager", "/settings/programmes", /\/settings\/programmes\/[0-9a-f-]{36}/],
  ["leadership", "/operations/hammer-2011?tab=sources", /\/operations\/hammer-2011\/figures\//],
];

for (const [account, from, opens, then = ""] of WITHIN) {
  for (const [locale, dark] of [
    ["en", false],
    ["ar", true],
  ] as const) {
    test(`the first page behind ${from}${then && `, with ${then},`} is accessible in ${locale}, ${dark ? "dark" : "light"}, and fits a phone`, async ({
      visit,
    }) => {
      const page = await visit(account, { locale, dark });
      await settle(page, from);
      const links = await page.locator("main a[href]").all();
      const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
      const address = addresses.find((one) => one !== null && opens.test(one));
      expect(address, `a link on ${from}`).toBeDefined();
      await settle(page, address!.replace(/(?=\?|$)/, then));
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectToFit(page);
    });
  }
}
