import { expect, test, type Page } from "./fixtures.ts";

const map = (page: Page) => page.locator("[data-map-points]");

async function openMap(page: Page): Promise<void> {
  await page.goto("/situation?exercise=1");
  await expect(map(page)).toHaveAttribute("data-ready", "true", {
    timeout: Number(process.env.E2E_READY ?? 60_000),
  });
}

/** Which of the two libraries that draw maps are in the scripts that this page fetches from now on. */
function enginesFetchedBy(page: Page): () => Promise<string[]> {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text().catch(() => ""));
  });
  return async () => {
    // The binding to React marks its own element "mapboxgl-children", whichever of the two draws.
    const code = (await Promise.all(scripts)).join("\n");
    return ["mapboxgl", "maplibregl"].filter((engine) => code.includes(`${engine}-ctrl`));
  };
}

test("without a token nothing of Mapbox is fetched", async ({ visit }) => {
  const page = await visit("leadership");
  const engines = enginesFetchedBy(page);
  await openMap(page);
  await expect(map(page)).toHaveAttribute("data-engine", "maplibre");
  expect(await engines()).toEqual(["maplibregl"]);
});

test("where a token of Mapbox is set, Mapbox draws the map and nothing of MapLibre is fetched", async ({
  visit,
}) => {
  const page = await visit("leadership");
  const engines = enginesFetchedBy(page);
  const asked: string[] = [];
  await page.route(/^https:\/\/[\w.]*mapbox\.com\//, async (route) => {
    const url = new URL(route.request().url());
    asked.push(`${url.hostname}${url.pathname}`);
    if (url.pathname.startsWith("/styles/"))
      await route.fulfill({
        headers: { "access-control-allow-origin": "*" },
        json: {
          version: 8,
          name: "test",
          sources: {},
          layers: [{ id: "ground", type: "background", paint: { "background-color": "#e8eef2" } }],
        },
      });
    else await route.fulfill({ status: 204, headers: { "access-control-allow-origin": "*" } });
  });
  // The page as the server sends it where the variable is set: its head and its policy name Mapbox.
  await page.route(/\/situation\?/, async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const answer = await route.fetch();
    const policy = answer
      .headers()
      ["content-security-policy"]!.replace(
        "connect-src 'self'",
        "connect-src 'self' https://api.mapbox.com https://*.tiles.mapbox.com https://events.mapbox.com",
      );
    const body = (await answer.text()).replace(
      "<head>",
      '<head><meta name="mapbox-token" content="pk.eyJ1IjoidGVzdCIsImEiOiJ0ZXN0In0.dGVzdA">',
    );
    await route.fulfill({
      response: answer,
      body,
      headers: { ...answer.headers(), "content-security-policy": policy },
    });
  });
  await openMap(page);
  await expect(map(page)).toHaveAttribute("data-engine", "mapbox");
  expect(asked.some((address) => address.startsWith("api.mapbox.com/styles/v1/mapbox/light-v11"))).toBe(true);
  await expect
    .poll(async () => JSON.parse((await map(page).getAttribute("data-map-contents")) ?? "[]").length)
    .toBeGreaterThan(0);
  await expect(page.locator("[data-pin]").first()).toBeVisible();
  expect(await engines()).toEqual(["mapboxgl"]);
});
