// Neither package carries types; these are the two calls that are made.
declare module "d3-geo-projection" {
  import type { GeoProjection, GeoStreamWrapper } from "d3-geo";
  import type { GeoJSON } from "geojson";
  export function geoProject<Shape extends GeoJSON>(
    shape: Shape,
    projection: GeoProjection | GeoStreamWrapper,
  ): Shape;
}
declare module "topojson-client" {
  import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from "geojson";
  export type AtlasPart = {
    type: "Polygon" | "MultiPolygon";
    arcs: unknown[];
    id?: string;
    properties: Record<string, unknown>;
  };
  export type Atlas = {
    type: "Topology";
    arcs: [number, number][][];
    transform: { scale: [number, number]; translate: [number, number] };
    objects: { countries: { type: "GeometryCollection"; geometries: AtlasPart[] } };
  };
  type Parts = { type: "GeometryCollection"; geometries: AtlasPart[] };
  export function feature<P>(atlas: Atlas, parts: Parts): FeatureCollection<Polygon | MultiPolygon, P>;
  export function mesh(
    atlas: Atlas,
    parts: Parts,
    filter: (a: AtlasPart, b: AtlasPart) => boolean,
  ): MultiLineString;
}
