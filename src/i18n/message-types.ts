// Written by `node src/i18n/write-message-types.ts`; a test compares it with the folder.
import type about from "./messages/en/about.json";
import type audit from "./messages/en/audit.json";
import type errors from "./messages/en/errors.json";
import type figures from "./messages/en/figures.json";
import type live from "./messages/en/live.json";
import type map from "./messages/en/map.json";
import type matches from "./messages/en/matches.json";
import type operations from "./messages/en/operations.json";
import type organisations from "./messages/en/organisations.json";
import type outcomes from "./messages/en/outcomes.json";
import type people from "./messages/en/people.json";
import type planning from "./messages/en/planning.json";
import type points from "./messages/en/points.json";
import type programmes from "./messages/en/programmes.json";
import type returns from "./messages/en/returns.json";
import type search from "./messages/en/search.json";
import type sheets from "./messages/en/sheets.json";
import type shell from "./messages/en/shell.json";
import type signIn from "./messages/en/sign-in.json";
import type situation from "./messages/en/situation.json";
import type summary from "./messages/en/summary.json";
import type terms from "./messages/en/terms.json";
import type today from "./messages/en/today.json";
import type training from "./messages/en/training.json";
import type views from "./messages/en/views.json";
import type { formats } from "./formats.ts";
import type { Locale } from "./locale.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Formats: typeof formats;
    Messages: {
      about: typeof about;
      audit: typeof audit;
      errors: typeof errors;
      figures: typeof figures;
      live: typeof live;
      map: typeof map;
      matches: typeof matches;
      operations: typeof operations;
      organisations: typeof organisations;
      outcomes: typeof outcomes;
      people: typeof people;
      planning: typeof planning;
      points: typeof points;
      programmes: typeof programmes;
      returns: typeof returns;
      search: typeof search;
      sheets: typeof sheets;
      shell: typeof shell;
      "sign-in": typeof signIn;
      situation: typeof situation;
      summary: typeof summary;
      terms: typeof terms;
      today: typeof today;
      training: typeof training;
      views: typeof views;
    };
  }
}
