import { tagsOf } from '../classify/classify.js';
import { UNSTATED } from '../classify/decide.js';
import type { CodedAnswer, CodedThread } from '../model.js';
import type { Profile } from '../profile/model.js';
import { quote } from '../profile/names.js';
import type { LabelRow, Labels } from './labels.js';
import { type LabelProblem, LabelsError } from './labels-error.js';
import { documentFor, indexOf, matchAnswers } from './match.js';

/**
 * Puts a coder's labels in the place of the classifier's: facets, tags, and `coded`, which lists the facets
 * that a coder gave. Facets that are asked only where another has a certain value (`when`) follow it, unless
 * they were coded too. A mended label is neither hedged nor uncertain any more. Where the file has a `coded`
 * column (it is the CSV report, mended), a label counts as a coder's if the column lists it or if it differs
 * from the classifier's, so that rows left as they were stay the classifier's.
 *
 * The thread comes back as it is where `labels` says nothing of it.
 *
 * @throws LabelsError where a row names an answer that the thread does not have.
 */
export function applyLabels(thread: CodedThread, labels: Labels, profile: Profile): CodedThread {
  const document = documentFor(labels, thread.source);
  if (document === null) return thread;
  const matches = matchAnswers(indexOf(labels).get(document) ?? [], thread.answers);
  const headings = new Map(thread.answers.map(({ id, heading }) => [id, heading]));
  const problems = matches.flatMap(({ row, answer }) => (answer === null ? [notFound(row, headings)] : []));
  if (problems.length > 0) throw new LabelsError(labels.source, problems);
  const rows = new Map(matches.map(({ row, answer }) => [answer?.id, row]));
  const answers = thread.answers.map((answer) => {
    const row = rows.get(answer.id);
    return row === undefined ? answer : mend(answer, row, profile);
  });
  return { ...thread, answers };
}

function mend(answer: CodedAnswer, row: LabelRow, profile: Profile): CodedAnswer {
  const given = [...row.values].filter(
    ([facet, value]) => row.coded === null || row.coded.includes(facet) || value !== answer.facets[facet],
  );
  if (given.length === 0) return answer;
  const coded = new Set([...(answer.coded ?? []), ...given.map(([facet]) => facet)]);
  const facets: Record<string, string> = { ...answer.facets, ...Object.fromEntries(given) };
  for (const { id, when } of profile.facets) {
    if (!coded.has(id) && !holds(when, facets)) facets[id] = UNSTATED;
  }
  const changed = (facet: string) => coded.has(facet) || facets[facet] !== answer.facets[facet];
  return {
    ...answer,
    facets,
    tags: tagsOf(facets, profile),
    hedged: answer.hedged.filter((facet) => !changed(facet)),
    uncertain: answer.uncertain.filter((facet) => !changed(facet)),
    reasons: { ...answer.reasons, ...Object.fromEntries(given.map(([facet]) => [facet, 'a coder’s label'])) },
    coded: profile.facets.map(({ id }) => id).filter((id) => coded.has(id)),
  };
}

function holds(when: Readonly<Record<string, string>>, facets: Readonly<Record<string, string>>): boolean {
  return Object.entries(when).every(([facet, value]) => facets[facet] === value);
}

/** `headings`: the thread's answers by number, with their headings. */
function notFound(row: LabelRow, headings: ReadonlyMap<number, string | null>): LabelProblem {
  const { line, answer } = row;
  const heading = headings.get(answer);
  if (heading === undefined) {
    const problem = `${quote(row.document)} has no answer ${answer}`;
    return {
      line,
      problem,
      mend: headings.size === 0 ? 'take the line out' : `its answers are 1 to ${headings.size}`,
    };
  }
  const problem = `answer ${answer} of ${quote(row.document)} is not headed ${quote(row.heading ?? '')}`;
  const own = heading === null ? 'it has no heading' : `its heading is ${quote(heading)}`;
  return { line, problem, mend: `${own}; mend the number, or leave the heading blank` };
}
