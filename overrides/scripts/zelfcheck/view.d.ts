// Made by `python -m view_types` of the types in engine/poortwachter/; do not edit.

/** One time of what recurs. */
export interface Time {
  n: number;
  status: "done" | "done_late" | "overdue" | "due" | "upcoming" | "not_applicable" | "unknown";
  told: boolean;
  due: string | null;
  when: string;
  standing: string;
  to_come: boolean;
}

/** A step, or an important day (without a status): dates in ISO 8601, the rest in words.

Attributes:
    asked: whether it can have been done by now, so that the row asks.
    late: whether somebody said that it was not done, and the law's last day is past.
    mine: whether somebody of this role acts; for a role that helps, everything is.
    times: every further time of what recurs.
 */
export interface Row {
  due: string | null;
  day: string;
  when: string;
  outcomes: string[];
  trace: string[];
  id: string;
  section: "ask" | "now" | "next" | "later" | "done" | "days" | "always" | "may" | "if" | "not_needed";
  n: number | null;
  status: "done" | "done_late" | "overdue" | "due" | "upcoming" | "not_applicable" | "unknown" | null;
  told: boolean;
  asked: boolean;
  late: boolean;
  mine: boolean;
  standing: string;
  last_working_day: string;
  to_come: boolean;
  times: Time[];
}

/** A question of the form, and what was answered, in words. */
export interface AnsweredQuestion {
  question: string;
  answer: string;
}

export interface ChartSpan {
  from: number;
  to: number;
}

/** A step or an important day; `day` counts from the beginning of the line, `row` from the first.

`term`: from the day on which it may be done to its last day, where both are known.
 */
export interface Mark {
  id: string;
  n: number | null;
  name: string;
  date: string;
  when: string;
  state:
    | "late"
    | "to_fill_in"
    | "now"
    | "advised"
    | "custom"
    | "unknown"
    | "later"
    | "done"
    | "not_needed"
    | "always"
    | "may"
    | "if"
    | "moment"
    | "done_late";
  standing: string;
  day: number;
  row: number;
  term: ChartSpan | null;
}

/** Days that do not count, and why. */
export interface ChartPause {
  from: number;
  to: number;
  kind: "recovery" | "leave" | "mixed";
  text: string;
}

/** The end of a week of sickness. */
export interface ChartWeek {
  day: number;
  text: string;
}

/** Today, at the end of the line when it is later than that. */
export interface ChartToday {
  day: number;
  text: string;
  when: string;
}

/** The line: how many days it is long, what lies on it, and the names of its rows. */
export interface Chart {
  title: string;
  days: number;
  rows: string[];
  marks: Mark[];
  pauses: ChartPause[];
  weeks: ChartWeek[];
  today: ChartToday;
}

/** How one part stands; the medical part has no letter. */
export interface PartView {
  letter?: string;
  state: "there" | "partly" | "missing" | "not_told" | "not_known" | "not_asked" | "not_needed";
  text: string;
}

/** By when the report must be ready, and which of its papers are there.

`matters`: whether it can be made by now, or should be there.
 */
export interface Completeness {
  matters: boolean;
  ready: string;
  counted: string;
  parts: PartView[];
  medical: PartView;
}

/** All that the page shows of an answer.

Attributes:
    days: how many the waiting time has.
    alerting: whether one of the notices tells something, and does not only ask.
    papers: why each letter or sheet is not offered, by its id; nothing where it is.
 */
export interface PageView {
  week: string;
  totals: string;
  given: string;
  on: string;
  sick_days: number;
  days: number;
  notices: string[];
  alerting: boolean;
  paused: string;
  rows: Row[];
  for_employee: AnsweredQuestion[];
  answers: AnsweredQuestion[];
  appointments: AnsweredQuestion[];
  picture: Chart;
  report: Completeness;
  papers: Record<string, string>;
}

/** A paper as text, filled in; or why it is not offered, and then no text. */
export interface PaperView {
  text: string;
  why_not: string;
}

/** A part of a paper: one line, or the items of a list. */
export interface BlockView {
  kind: "title" | "heading" | "boxes" | "ticked" | "bullets" | "numbers" | "paragraph";
  lines: string[];
}

/** A paper for print. */
export interface BlocksView {
  blocks: BlockView[];
}

/** A file for Word and LibreOffice; each character of `octets` is one of its bytes. */
export interface DocumentView {
  name: string;
  octets: string;
}

/** A step or an important day whose dates differ, in words: `n` the time of what recurs. */
export interface ComparedRow {
  id: string;
  n: number | null;
  name: string;
  was: string;
  becomes: string;
}

/** What stands above the rows, or that nothing differs; and the rows, by day. */
export interface ComparisonView {
  told: string;
  rows: ComparedRow[];
}

/** A column; `refused` tells why it is never read. */
export interface ColumnView {
  n: number;
  header: string;
  field: string;
  name: string;
  refused: string | null;
}

/** What a column may hold. */
export interface Choice {
  field: string;
  name: string;
}

/** A row of a dossier. */
export interface RowView {
  n: number;
  cells: Record<string, string>;
}

/** The rows of a dossier, to be given back as they are. */
export interface DossierView {
  ref: string;
  rows: RowView[];
}

/** What is wrong with a cell, in words; row 0: with all of it. */
export interface Wrong {
  row: number;
  column: string;
  message: string;
}

/** What was found in a table. */
export interface TableView {
  preset: "sivi" | "visma-course" | "visma-dossier" | "visma-import" | "afas" | "nmbrs" | null;
  columns: ColumnView[];
  choices: Choice[];
  dossiers: DossierView[];
  errors: Wrong[];
}

/** The same, with the case that it belongs to. */
export interface WrongCase {
  row: number;
  column: string;
  message: string;
  ref: string;
}

/** What is to be done first.

Attributes:
    n: which time of what recurs.
    due: its last day in ISO 8601, where there is one.
    who: who must act, in words.
    at_least: whether that day is the earliest possible one.
 */
export interface Next {
  id: string;
  n: number | null;
  name: string;
  due: string | null;
  who: string;
  at_least: boolean;
}

/** A line of the list with the save file of its case. */
export interface ListedCase {
  ref: string;
  status: "late" | "advised" | "soon" | "to_fill_in" | "unknown" | "calm" | "ended";
  week: number;
  next: Next | null;
  late: number;
  not_told: number;
  due_days: number[];
  file: string;
}

/** A piece of the list, worst first, and the cases that are not in it. */
export interface ListView {
  errors: WrongCase[];
  list: ListedCase[];
}

/** A piece of a calendar: one head, the events of all pieces, and one tail make it whole. */
export interface CalendarView {
  head: string;
  events: string;
  tail: string;
  name: string;
}

/** A file to take along. */
export interface FileView {
  text: string;
  name: string;
}
