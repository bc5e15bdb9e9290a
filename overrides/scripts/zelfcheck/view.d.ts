/**
 * What the page asks the engine, and what it gets: written by engine/browser/bridge.py and, for the page itself, by
 * engine/poortwachter/selfcheck/view.py.
 */

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
  done?: Record<string, true | TypedDate | TypedDate[]>;
  [field: string]: unknown;
}

/** What a link or a file carries. */
export type Opening = { link: string } | { file: string };

export type Request =
  | Opening
  | { form: FormData; want?: "answer" | "text" | "file" | "guide" }
  | { form: FormData; want: "calendar"; only?: { id: string; n: number | null } }
  | { form: FormData; want: "link"; parts: string[] };

/** Something that is wrong, and in which field. */
export interface Fault {
  field: string;
  message: string;
}

/** A question of the form, and what was answered, in words. */
export interface Answered {
  question: string;
  answer: string;
}

export interface Opened {
  form: FormData;
  answers: Answered[];
}

/** The reply to each thing that can be wanted of the form. */
export interface Wanted {
  answer: View;
  calendar: { text: string };
  text: { text: string };
  file: { text: string };
  link: { text: string; answers: Answered[] };
  guide: { dates: Record<string, string> };
}

export type Reply<R extends Request> =
  | { errors: Fault[] }
  | ((R extends Opening ? Opened : R extends { want: infer W extends keyof Wanted } ? Wanted[W] : View) & {
      errors?: undefined;
    });

export type Status = "done" | "done_late" | "overdue" | "due" | "upcoming" | "not_applicable" | "unknown";

export type Group =
  | "late"
  | "now"
  | "advised"
  | "custom"
  | "unknown"
  | "later"
  | "done"
  | "not_needed"
  | "always"
  | "may"
  | "if";

/** An obligation, duty, right or event as its card shows it. */
export interface Card {
  id: string;
  /** Which time, of what recurs. */
  n: number | null;
  status: Status;
  group: Group;
  standing: string;
  due: string | null;
  when: string;
  last_working_day: string;
  to_come: boolean;
  mine: boolean;
  trace: string[];
}

export interface Moment {
  id: string;
  date: string | null;
  when: string;
  trace: string[];
}

/** A line of what comes first. */
export interface First {
  id: string;
  n: number | null;
  name: string;
  who: string;
  mine: boolean;
  date: string | null;
  when: string;
  standing: string;
}

export interface Mark {
  id: string;
  n: number | null;
  name: string;
  date: string;
  when: string;
  state: Group | "moment";
  standing: string;
  /** How many days from the start of the line. */
  day: number;
}

export interface Pause {
  from: number;
  to: number;
  kind: "recovery" | "leave" | "mixed";
  text: string;
}

export interface Picture {
  title: string;
  days: number;
  marks: Mark[];
  pauses: Pause[];
  weeks: { day: number; text: string }[];
  today: { day: number; text: string; when: string };
}

export interface PartState {
  state: "there" | "partly" | "missing" | "not_known" | "not_asked" | "not_needed";
  text: string;
}

export interface Report {
  ready: string;
  counted: string;
  parts: (PartState & { letter: string })[];
  medical: PartState;
}

/** All that the page shows of an answer. */
export interface View {
  week: string;
  totals: string;
  given: string;
  on: string;
  sick_days: number;
  days: number;
  notices: string[];
  obligations: Card[];
  moments: Moment[];
  first: { late: First[]; now: First[]; next: First[] };
  answers: Answered[];
  picture: Picture;
  report: Report;
}
