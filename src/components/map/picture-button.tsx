import { useTranslations } from "next-intl";
import { drawPicture } from "./draw-picture.ts";
import { useMapRef } from "./engine.ts";
import type { MapPicture, MapProps } from "./map-types.ts";
import type { ShownPoint } from "./prepare-clusters.ts";

type Props = { props: MapProps; picture: MapPicture; shown: readonly ShownPoint[] };

/** Saves what is seen as an image, with all that it needs to be understood elsewhere. */
export function PictureButton({ props, picture, shown }: Props) {
  const t = useTranslations("map");
  const map = useMapRef();
  const save = async () => {
    if (!map) return;
    // The days are written in fonts of the page: an image drawn before they are here would fall back on others.
    await document.fonts.ready;
    const { layers = [], discs } = props;
    const canvas = drawPicture({
      map,
      picture,
      shown,
      layers,
      disclaimer: t("disclaimer"),
      discs: discs !== undefined,
    });
    canvas.toBlob((blob) => {
      if (!blob) return;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${picture.fileName}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }, "image/png");
  };
  return (
    <button type="button" aria-label={t("picture")} title={t("picture")} onClick={() => void save()}>
      <svg viewBox="0 0 16 16" aria-hidden>
        <path d="M8 2.5v7M5 7l3 3 3-3M3 12.5h10" />
      </svg>
    </button>
  );
}
