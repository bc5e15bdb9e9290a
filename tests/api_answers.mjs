// A program that knows nothing of the engine counts dates by the published files alone, and compares them:
//     node tests/api_answers.mjs site/api
// It prints one JSON text: how many dates it compared by kind of term, which came out otherwise, and what it left.
import { readFileSync } from "node:fs";

const folder = process.argv[2];
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
const { rules, constants } = read("rules");
const holidays = new Set(read("holidays").holidays);
const { examples } = read("examples");
const byId = Object.fromEntries(rules.map((/** @type {any} */ rule) => [rule.id, rule]));

// What a contract that ends brings forward (ZW art. 38(2)).
const REPORTED = ["short_report", "full_report"];
const DAY = 86_400_000;
const LONGEST_MOVED = 12;
const later = (/** @type {string} */ day, /** @type {number} */ days) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const isFree = (/** @type {string} */ day) => [0, 6].includes(new Date(day).getUTCDay()) || holidays.has(day);

/** Algemene termijnenwet art. 1(1): the first working day on or after a day. */
function workingDay(/** @type {string} */ day) {
  let found = day;
  while (isFree(found)) found = later(found, 1);
  return found;
}

/** The value of a constant by the law of a day; before its first version, that one's. */
function constant(/** @type {string} */ name, /** @type {string} */ day) {
  const { versions } = constants[name];
  return (versions.findLast((/** @type {any} */ each) => each.valid_from <= day) ?? versions[0]).value;
}

/** What makes this program leave a date to the engine. */
class Left extends Error {}

const leave = (/** @type {string} */ why) => {
  throw new Left(why);
};

/** The dates of one case without pauses: a day of sickness is a day of the calendar. */
class Case {
  constructor(/** @type {any} */ told) {
    this.told = told;
    this.first = told.first_sick_day;
  }

  /** When a step was done in this period; null where it was not, or nobody told. */
  done(/** @type {string} */ id) {
    const [first] = [this.told.done?.[id]].flat();
    if (first === true) leave("done on a day that is not known");
    return typeof first === "string" && first >= this.first ? first : null;
  }

  /** When a rule was done or, while it is not, must be. */
  reached(/** @type {string} */ id) {
    return this.done(id) ?? this.due(id);
  }

  /** The last day: of the newest version that has begun on the day that it gives. */
  due(/** @type {string} */ id) {
    const { versions, after_contract } = byId[id];
    if (this.told.contract_end && REPORTED.includes(after_contract)) leave("part of the report of the last day");
    for (const { term, valid_from, dated_by } of versions.toReversed()) {
      if (dated_by) leave(`a version chosen by ${dated_by}`);
      const day = this.count(term);
      if (valid_from <= day) return day;
    }
    return leave("not yet law");
  }

  count(/** @type {any} */ { kind, count, of }) {
    const counted = KINDS[kind];
    return counted ? counted(this, count, of) : leave(`kind ${kind}`);
  }
}

/** @type {Record<string, (told: Case, count: number, of: string) => string>} */
const KINDS = {
  weeks_after_first_day: (told, count) => later(told.first, 7 * count),
  last_day_of_sick_week: (told, count) => later(told.first, 7 * count - 1),
  after_sick_weeks: (told, count) => later(told.first, 7 * count),
  first_day_of_sick_week: (told, count) => later(told.first, 7 * (count - 1)),
  weeks_after: (told, count, of) => later(told.reached(of), 7 * count),
  weeks_before: (told, count, of) => later(told.reached(of), -7 * count),
  end_of_other: (told, _count, of) => told.reached(of),
  end_of_waiting_time(told, _count, of) {
    const until = told.told.wage_extension?.voluntary_until;
    if (until && told.told.contract_end) leave("an extension that the contract may cut off");
    if (!until && told.told.done?.["verlenging-loonperiode"]) leave("an extension without a last day");
    const end = told.reached(of);
    if (until > end) return until;
    return end;
  },
  sick_weeks_after(told, count, of) {
    const done = told.done(of) ?? leave("waits for a step");
    return later(done, 7 * count);
  },
  last_day_to_apply(told, count, of) {
    if ("uwv_letter" in told.told) leave("a letter of UWV");
    return KINDS.weeks_before(told, count, of);
  },
  decision_on_wia(told) {
    if (told.told.wage_extension?.sanction_weeks) leave("a wage sanction");
    const applied = told.done("wia-aanvraag") ?? leave("no date of the application");
    const weeks = constant("wia-beslissing", applied);
    const last = later(applied, 7 * weeks);
    return weeks <= LONGEST_MOVED ? workingDay(last) : last;
  },
};

/** Every date that an example publishes, by the id of its rule. */
function published(/** @type {any} */ { obligations, moments }) {
  const due = Object.entries(obligations).map(([id, step]) => [id, step.due]);
  return [...due, ...Object.entries(moments)].filter(([, day]) => day !== null);
}

const compared = /** @type {Record<string, number>} */ ({});
const left = /** @type {Record<string, number>} */ ({});
const wrong = /** @type {any[]} */ ([]);
const add = (/** @type {Record<string, number>} */ counts, /** @type {string} */ name, times = 1) => {
  counts[name] = (counts[name] ?? 0) + times;
};

function compare(
  /** @type {any} */ example,
  /** @type {Case} */ told,
  /** @type {string} */ id,
  /** @type {string} */ day,
) {
  if (byId[id].recurs_until && told.done(id)) leave("comes again");
  const found = told.due(id);
  add(compared, byId[id].versions.at(-1).term.kind);
  if (found !== day) wrong.push({ example: example.id, rule: id, published: day, found });
}

for (const example of examples) {
  const dates = published(example.answer);
  const { recoveries = [], leaves = [] } = example.case;
  if (recoveries.length + leaves.length) {
    add(left, "a pause", dates.length);
    continue;
  }
  const told = new Case(example.case);
  for (const [id, day] of dates) {
    try {
      compare(example, told, id, day);
    } catch (error) {
      if (!(error instanceof Left)) throw error;
      add(left, error.message);
    }
  }
}

console.log(JSON.stringify({ examples: examples.length, compared, wrong, left }));
