"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { MapProps } from "./map-types.ts";
import styles from "./map.module.css";

const BaseMap = dynamic(() => import("./base-map.tsx").then((module) => module.BaseMap), {
  ssr: false,
  loading: () => <div className={styles.waiting} />,
});

/** The operations map. Nothing of it is fetched until it comes near the window. Always set its table twin beside it. */
export function OperationsMap(props: MapProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: "100px" },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const { height = 360 } = props;
  return (
    <div
      ref={place}
      className={styles.place}
      style={{ blockSize: height === "fill" ? "100%" : height }}
      data-map-visible={near}
    >
      {near ? <BaseMap {...props} /> : <div className={styles.waiting} />}
    </div>
  );
}
