/** What the page asks the engine, and what it gets: written by engine/browser/bridge.py. */

import type {
  AnsweredQuestion,
  BlocksView,
  CalendarView,
  ComparisonView,
  DocumentView,
  DossierView,
  FileView,
  ListedCase,
  ListView,
  PageView,
  PaperView,
  TableView,
} from "./view";

/** A date as the form holds it. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

/** The form as nested data, by the names of its fields. */
export interface FormData {
  role?: string | null;
  unknown: string[];
  first_sick_day?: TypedDate;
  done?: Record<string, { said?: "yes" | "no" | "unknown"; days?: TypedDate[] } & Partial<TypedDate>>;
  [field: string]: unknown;
}

/** What a link or a file carries. */
export type Opening = { link: string } | { file: string };

export type Request =
  | Opening
  | { form: FormData; want?: "answer" | "text" | "file" | "guide"; trial?: boolean }
  | { form: FormData; want: "calendar"; plain: boolean; talks: boolean; only?: { id: string; n: number | null } }
  | { form: FormData; want: "link"; parts: string[]; role: string }
  | { form: FormData; want: "paper"; paper: string }
  | { form: FormData; want: "blocks"; text: string }
  | { form: FormData; want: "document"; paper: string; text: string }
  | { form: FormData; want: "compare"; base: FormData; trial: true };

/** What the list of cases asks, all of it on the day of the list. */
export type RequestOfMany = { on: string } & (
  | { table: string; columns: Record<string, string> }
  | { dossiers: DossierView[] }
  | { cases: CaseFile[]; want?: "list" | "csv" }
  | { cases: CaseFile[]; want: "calendar"; plain: boolean; talks: boolean }
  | { cases: CaseFile[]; want: "links"; page: string; parts: string[] }
  | { list: Listed[]; want: "csv" }
);

/** A line of the list, without its case. */
export type Listed = Omit<ListedCase, "file">;

/** Something that is wrong, and in which field. */
export interface Fault {
  field: string;
  message: string;
}

export interface Opened {
  form: FormData;
  /** By the language of a page. */
  answers: Record<string, AnsweredQuestion[]>;
}

/** The reply to each thing that can be wanted of the form. */
export interface Wanted {
  answer: PageView;
  calendar: { text: string; name: string };
  text: { text: string };
  file: { text: string; name: string };
  link: { text: string; answers: AnsweredQuestion[] };
  /** By the language of a page. */
  guide: { dates: Record<string, Record<string, string>> };
  compare: ComparisonView;
  paper: PaperView;
  blocks: BlocksView;
  document: DocumentView;
}

/** A case with its label, as a save file. */
export interface CaseFile {
  ref: string;
  file: string;
}

/** The reply to each thing that can be wanted of cases. */
interface WantedOfCases {
  list: ListView;
  csv: FileView;
  links: FileView;
  calendar: CalendarView;
}

type ReplyOfMany<R> = R extends { table: string }
  ? TableView
  : R extends { dossiers: DossierView[] }
    ? ListView
    : WantedOfCases[R extends { want: infer W extends keyof WantedOfCases } ? W : "list"];

export type Reply<R> = R extends RequestOfMany ? ReplyOfMany<R> : ReplyOfOne<R>;

type ReplyOfOne<R> =
  | { errors: Fault[] }
  | ((R extends Opening ? Opened : R extends { want: infer W extends keyof Wanted } ? Wanted[W] : PageView) & {
      errors?: undefined;
    });
