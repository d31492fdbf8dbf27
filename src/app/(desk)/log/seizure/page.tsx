import { LogSeizure } from "#features/outcomes/components/log-seizure.tsx";
import { ResultPage, titleOf, type Asked } from "../result-page.tsx";

export const generateMetadata = () => titleOf("seizure");

export default function RecordPage({ searchParams }: Asked) {
  return (
    <ResultPage kind="seizure" searchParams={searchParams}>
      <LogSeizure />
    </ResultPage>
  );
}
