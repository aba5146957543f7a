/** Whose turn it is in a chat or a transcript: who goes on, and who merely asks. */

import { SHORT_ANSWER } from './aside.js';
import type { Line } from './lines.js';
import { sharedStems, stemsIn } from './question-words.js';
import { hasTitle, isChair, isListener, isNobody } from './speakers.js';
import type { Spoken } from './spoken.js';

/**
 * `opens`: another speaks than before; `answers`: the first to do so behind the asker; `goes-on`: the same; `asks`: the
 * asker, or who leads the talk; `event`: nobody.
 */
export type Turn = 'opens' | 'answers' | 'goes-on' | 'asks' | 'event';

/** "<Media omitted>" and the like, in the place of words. */
const omitted =
  /^\u200e|^<?(?:media|image|video|audio|gif|sticker|document)(?: omitted| not included)>?$|^\[(?:sticker|voice message|photo|video|gif|file|poll)\b[^\]]*\]$|^\S{1,80} \(file attached\)$|^(?:this message was deleted|you deleted this message|missed (?:voice|video) call)\W*$/i;

/** Words that applaud or wonder, and answer nothing. */
const reaction =
  /^(?:blimey|wow|omg|lol|haha|ha|ooh|oh|ah|hmm|gosh|aww|hi|hiya|hello|hey|morning|evening|good|one|interesting|point|thanks|thank|you|ty|thx|cheers|nice|cool|great|brilliant|fair|ok|okay|so|much|all|both|everyone)$/;

/** In UTF-16 code units. */
const MOST_OF_REACTION = 100;

/** So much of a turn tells whether it was said before, and so far above it is looked for, in UTF-16 code units. */
const OPENING = 60;
const MOST_OF_QUESTION = 4000;

/** With which who leads the talk lets somebody go on, in UTF-16 code units. */
const MOST_OF_NOD = 25;

/** In UTF-16 code units. */
const MOST_OF_REMARK = 60;
const LEAST_OF_SPEECH = 200;

/** Whether a turn is one of those, or of signs alone. */
function isReaction(words: string): boolean {
  if (words.length > MOST_OF_REACTION) return false;
  const all = words.toLowerCase().match(/:[\w+-]+:|\p{L}+/gu) ?? [];
  return all.length <= 5 && all.every((word) => word.startsWith(':') || reaction.test(word));
}

/** Who asks so often, of so many turns, leads the talk; and so does who has so many turns, and all others far fewer. */
const LEADS = { turns: 3, asking: 0.7, ofAll: 0.35, between: 0.4 } as const;

/** The spoken lines as turns, by index. */
export function turnsOf(
  text: string,
  lines: readonly Line[],
  spoken: ReadonlyMap<number, Spoken>,
): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  if (spoken.size === 0) return turns;
  const all = [...spoken].sort(([a], [b]) => a - b);
  const names = all.map(([, { nick }]) => nameOf(text.slice(nick[0], nick[1])));
  const named = names.filter((name) => name !== '').length;
  const words = all.map(([, { rest }], at) =>
    text.slice(rest, startOf(lines, all[at + 1]?.[0]) ?? text.length),
  );
  const asks = words.map((said) => said.includes('?'));
  const events = all.map(
    ([index, { rest }], at) =>
      omitted.test(text.slice(rest, (lines[index] as Line).end)) ||
      omitted.test((words[at] as string).trim()) ||
      isReaction(words[at] as string) ||
      (names[at] === '' && named >= 3),
  );
  const askers = leadersOf(names, asks);
  // The first to speak asks, unless the question stands above, or a doctor speaks under a heading.
  const [begin, end] = all[0]?.[1].nick ?? [0, 0];
  const above = text.slice(0, startOf(lines, all[0]?.[0]) ?? 0).trim();
  const isAsked = above.includes('?');
  // Who repeats the question that stands above is the asker.
  const question = above.slice(-MOST_OF_QUESTION);
  for (const [at, said] of words.entries()) {
    const opening = said.trim().slice(0, OPENING);
    if (opening.length === OPENING && question.includes(opening)) askers.add(names[at] as string);
  }
  let isAsking = !isAsked && (above === '' || !hasTitle(text, begin, end));
  let hasOpened = false;
  // Who greets before anything is asked does not answer.
  const asking = isAsking ? asks.findIndex((asked, at) => asked && !events[at]) : -1;
  const isGreeting = (at: number) => at < asking && (words[at] as string).length <= MOST_OF_REACTION;
  const topic = isAsking ? topicAt(words, (at) => (asks[at] ?? false) && !events[at]) : 0;
  const until = events.findIndex(
    (isEvent, at) => !isEvent && !isGreeting(at) && !isNobody(names[at] as string) && at >= topic,
  );
  const speakers = new Set(names.filter((_, at) => (words[at] as string).length >= LEAST_OF_SPEECH));
  /** "Thank you. I'm still right.": between others' turns, of one who says much elsewhere. */
  const isNod = (at: number, name: string) =>
    askers.size > 0 &&
    (words[at] as string).trim().length <= MOST_OF_REMARK &&
    speakers.has(name) &&
    names[at - 1] !== name &&
    names[at + 1] !== name &&
    !SHORT_ANSWER.test(words[at] as string);
  const topicWords = words[until] ?? '';
  const asked = stemsIn(topicWords, 0, topicWords.length);
  const isBeside = (at: number) => {
    const said = (words[at] as string).trim();
    return said.length <= MOST_OF_REACTION && sharedStems(said, { start: 0, end: said.length }, asked) === 0;
  };
  /** "Is this group for dentists, too?", of another than the asker, in a chat; and "Yes, welcome", to that. */
  const strays = (at: number) =>
    /\?\W*$/.test(words[at] ?? '') &&
    all[at]?.[1].timed === true &&
    !askers.has(names[at] as string) &&
    at > until &&
    isBeside(at);
  const isStray = (at: number) =>
    strays(at) || (strays(at - 1) && names[at] !== names[at - 1] && isBeside(at));
  let first: string | undefined;
  let before = '';
  for (const [at, [index]] of all.entries()) {
    const name = names[at] as string;
    if (events[at] || at < until) {
      turns.set(index, 'event');
      continue;
    }
    first ??= name;
    const wasAsking = isAsking;
    isAsking &&= name === first || isChair(name);
    if (isAsking && asks[at]) askers.add(name);
    const speaksUp = isListener(name) && !asks[at] && (words[at] as string).length >= LEAST_OF_SPEECH;
    const isAsker = !isAsking && name !== '' && !speaksUp && (isChair(name) || askers.has(name));
    const isFirst: boolean = wasAsking
      ? !isAsking && askers.size > 0
      : isAsked && !isAsker && !hasOpened && askers.size > 0;
    const opens = isFirst ? 'answers' : 'opens';
    hasOpened ||= isFirst;
    const nods = isNod(at, name);
    turns.set(
      index,
      isAsker || isNobody(name) || nods || isStray(at)
        ? 'asks'
        : name !== '' && name === before
          ? 'goes-on'
          : opens,
    );
    // "Mm. Okay."
    if ((isAsker && asks[at]) || (!nods && (!isAsker || (words[at] as string).length > MOST_OF_NOD)))
      before = name;
  }
  return turns;
}

/** So many questions are weighed for being what the talk is about, and so long they are, in UTF-16 code units. */
const MOST_QUESTIONS = 12;
const LEAST_OF_QUESTION = 40;
/** In UTF-16 code units. */
const LEAST_OF_ANSWER = 60;
/** So many more turns take up a later question's words where the first is of something else. */
const TAKEN_UP = 3;

/** The turn that puts what the talk is about: the first that asks, or one whose words many more turns take up. */
function topicAt(words: readonly string[], asks: (at: number) => boolean): number {
  const whole = (said: string) => ({ start: 0, end: said.length });
  const takenUp = (at: number) => {
    const said = words[at] as string;
    const stems = stemsIn(said, 0, said.length);
    return words.filter(
      (turn, i) => i > at && turn.length >= LEAST_OF_ANSWER && sharedStems(turn, whole(turn), stems) > 0,
    ).length;
  };
  const [first, ...others] = words
    .flatMap((said, at) => (asks(at) && said.length >= LEAST_OF_QUESTION ? [at] : []))
    .slice(0, MOST_QUESTIONS);
  if (first === undefined) return 0;
  const least = 2 * takenUp(first) + TAKEN_UP;
  return others.find((at) => takenUp(at) >= least) ?? 0;
}

function startOf(lines: readonly Line[], index: number | undefined): number | undefined {
  return index === undefined ? undefined : lines[index]?.start;
}

function nameOf(nick: string): string {
  if (isChair(nick)) return nick.toLowerCase();
  return nick.replace(/\s*\(.*\)$/, '').toLowerCase();
}

/** Those who ask with nearly every turn, and have many; and who speaks between all the others. */
function leadersOf(names: readonly string[], asks: readonly boolean[]): Set<string> {
  const counts = new Map<string, { turns: number; asking: number }>();
  for (const [at, name] of names.entries()) {
    const count = counts.get(name) ?? { turns: 0, asking: 0 };
    count.turns++;
    if (asks[at]) count.asking++;
    counts.set(name, count);
  }
  const leaders = new Set<string>();
  for (const [name, { turns, asking }] of counts) {
    if (name === '' || counts.size < 3 || turns < LEADS.turns - (asking === turns ? 1 : 0)) continue;
    const isAsking = asking >= turns * LEADS.asking && turns >= names.length * LEADS.ofAll;
    const isBetween = turns >= names.length * LEADS.between && asking > 0 && counts.size > 3;
    if (
      isAsking ||
      (isBetween && [...counts].every(([other, one]) => other === name || one.turns * 2 <= turns))
    )
      leaders.add(name);
  }
  return leaders;
}
