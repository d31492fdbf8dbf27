import { LogPeople } from "#features/outcomes/components/log-people.tsx";
import { ResultPage, titleOf, type Asked } from "../result-page.tsx";

export const generateMetadata = () => titleOf("people");

export default function RecordPage({ searchParams }: Asked) {
  return (
    <ResultPage kind="people" searchParams={searchParams}>
      <LogPeople />
    </ResultPage>
  );
}
