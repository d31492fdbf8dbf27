export type FunnelStage = { key: string; count: number | null };
export type FunnelBar = FunnelStage & { share: number; cut: boolean };

/**
 * Shares (0 to 1) of the bar widths. The stages below the first share one scale; the first is drawn full and marked `cut` where
 * it is more than twice the second, because checks outnumber matches by thousands. Unknown counts have no bar.
 */
export function prepareFunnel(stages: readonly FunnelStage[]): FunnelBar[] {
  const [first, ...rest] = stages;
  const most = Math.max(0, ...rest.map((stage) => stage.count ?? 0));
  const cut = (first?.count ?? 0) > most * 2 && most > 0;
  // With a cut first bar the others may fill at most 45 % of the width, so that none looks like half of the checks.
  const scale = cut ? most / 0.45 : Math.max(most, first?.count ?? 0);
  const share = (count: number | null) => (count === null || scale === 0 ? 0 : Math.min(1, count / scale));
  return stages.map((stage, index) => ({ ...stage, share: share(stage.count), cut: cut && index === 0 }));
}
