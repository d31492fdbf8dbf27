import { LogArrest } from "#features/outcomes/components/log-arrest.tsx";
import { ResultPage, titleOf, type Asked } from "../result-page.tsx";

export const generateMetadata = () => titleOf("arrest");

export default function RecordPage({ searchParams }: Asked) {
  return (
    <ResultPage kind="arrest" searchParams={searchParams}>
      <LogArrest />
    </ResultPage>
  );
}
