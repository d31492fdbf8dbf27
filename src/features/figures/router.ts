import { permitted, read, router, run } from "#server/procedure.ts";
import { getTotals } from "./analytics.ts";
import { enterFigure } from "./mutations/enter-figure.ts";
import { addClaim, chooseRecord, openQuestion, removeClaim } from "./mutations/questions.ts";
import { reviseFigure, withdrawFigure } from "./mutations/revise-figure.ts";
import { addSource, reviseSource } from "./mutations/sources.ts";
import { listFigureChoices } from "./queries/list-choices.ts";
import { listEarlierFigures } from "./queries/list-earlier.ts";
import { listFigures } from "./queries/list-figures.ts";
import { listNews } from "./queries/list-news.ts";
import * as schema from "./schema.ts";

export const figuresRouter = router({
  list: permitted("figure:read").input(schema.figuresInput).query(run(listFigures)),
  earlier: permitted("figure:read").input(schema.figuresInput).query(run(listEarlierFigures)),
  totals: permitted("figure:read").input(schema.figuresInput).query(run(getTotals)),
  news: permitted("figure:read").query(run(({ db, scope }) => listNews(db, scope))),
  choices: permitted("figure:write").input(schema.figuresInput).query(read(listFigureChoices)),
  enter: permitted("figure:write").input(schema.enterFigureInput).mutation(run(enterFigure)),
  revise: permitted("figure:write").input(schema.reviseFigureInput).mutation(run(reviseFigure)),
  withdraw: permitted("figure:write").input(schema.withdrawFigureInput).mutation(run(withdrawFigure)),
  addSource: permitted("figure:write").input(schema.addSourceInput).mutation(run(addSource)),
  reviseSource: permitted("figure:write").input(schema.reviseSourceInput).mutation(run(reviseSource)),
  openQuestion: permitted("figure:write").input(schema.openQuestionInput).mutation(run(openQuestion)),
  addClaim: permitted("figure:write").input(schema.claimInput).mutation(run(addClaim)),
  removeClaim: permitted("figure:write").input(schema.claimInput).mutation(run(removeClaim)),
  chooseRecord: permitted("figure:write").input(schema.chooseRecordInput).mutation(run(chooseRecord)),
});
