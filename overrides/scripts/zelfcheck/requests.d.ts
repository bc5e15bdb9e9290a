/** What the page asks the engine, and what it gets: written by engine/browser/bridge.py. */

import type { AnsweredQuestion, ComparisonView, PageView } from "./view";

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
  | { form: FormData; want: "compare"; base: FormData; trial: true };

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
}

export type Reply<R extends Request> =
  | { errors: Fault[] }
  | ((R extends Opening ? Opened : R extends { want: infer W extends keyof Wanted } ? Wanted[W] : PageView) & {
      errors?: undefined;
    });
