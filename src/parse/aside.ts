/** What posts say that answer nothing: they thank, wait, ask back, keep order, or are a page's scraps. */

import { wordsIn } from './words.js';

/** What a moderator's post opens with, or the site's own. */
const ORDER =
  /^\W*(?:\w+ moderator: )?(?:(?:mod(?:erator|eration)?|admin(?:istrator)?|staff|editor)['’]?s? (?:note|notice|edit|post|here)\b|auto(?:matic)?[ -]?reply|this (?:topic|thread|post|question|discussion) (?:was|is|has been) (?:now |automatically )?(?:closed|locked|moved|archived)|this discussion has had no activity|(?:this |comment |post |message )*(?:has been |was )?(?:deleted|removed|edited) by\b|mod(?:erator)? hat (?:on|off)\b|merged with\b|(?:thread |topic |post )?moved from [^.!?\n]{2,40} to\b|(?:thread |topic |post )?moved (?:from|to) (?:["“']|[^.!?\n]{2,40}\b(?:forum|board|section|category|chat|general|team)\b|\w+(?: to \w+)?\.))/;

/** "Just a reminder that DMs for sale are against rule 4", "I've merged two copies of this thread" */
const KEEPING =
  /\b(?:gentle|friendly) (?:reminder|nudge)\b|\bno (?:advertising|adverts|selling|self[ -]promotion)\b|\bread the (?:pinned|sticky|(?:group|forum|board) rules|rules in)\b|\b(?:can (?:we|you all|everyone)|please) (?:please )?keep\b[^.!?]{0,50}\b(?:off|out of) (?:here|this|the)\b|\b(?:can['’]?t|cannot) (?:vouch for|verify)\b[^.!?]{0,30}\b(?:qualifications?|credentials|anyone)\b|\b(?:turning|switching) (?:off )?(?:the )?comments\b|\b(?:closing|locking) (?:this|the) (?:thread|post|topic|comments|before)\b|\b(?:i am|i['’]m) (?:away|out of (?:the )?office|on leave) (?:until|till|from)\b|\bmov(?:ed|ing) this (?:one |thread )?(?:over )?to\b|\bthis action was performed automatically\b|\breminder\b[^.!?]{0,120}\b(?:rules?|group|threads?|posts?|titles?|nam(?:e|es|ing)|dms?|vendors?|links?|identif\w+|list|advert\w*|practitioners|moderat\w+)\b|\b(?:i|we)['’]?(?:ve| have) (?:moved|merged|removed|closed|locked|split|tidied|deleted|taken down)\b[^.!?]{0,60}\b(?:threads?|posts?|topics?|comments?|answers?|titles?|links?|images?)\b|\b(?:posts?|comments?|answers?|links?)\b[^.!?]{0,60}\b(?:have|has|were|was) (?:been )?(?:removed|deleted|merged|moved|hidden|withdrawn|swept|taken (?:down|out))\b/;

/** In UTF-16 code units. */
const OPENING = 200;

/** Whether a post is of who keeps order. */
export function keepsOrder(body: string): boolean {
  const opening = openingOf(body);
  return ORDER.test(opening) || KEEPING.test(opening);
}

/** In lower case, since patterns that are long and blind to case are slow to start. */
function openingOf(body: string): string {
  return body.slice(0, OPENING).toLowerCase();
}

/** "Thank you both, I'll ask mine", and what is said to it: not the thanks for the question with which answers open. */
const THANKS =
  /^(?:\W*(?:wow|ok(?:ay)?|oh|ah|hi|hey|aww?|great|perfect|gosh)\b[\s,.!]+)*(?:(?:many )?(?:thank(?:s| you)|ty)[\s,.!]+(?:so much\b(?! for (?:your?|the|this|a|asking|sharing|writing)\b)|(?:both|all|every(?:one|body)|again|doc|doctor|dr|guys|ladies|folks|one and all|that|for being)\b)|you(?:['’]re| are) (?:very |most )?welcome\b|you(?:['’]re| are) all (?:so )?(?:brilliant|stars|amazing|wonderful|great|lovely|fab|legends|angels)\b|(?:so many|what) (?:kind|lovely|helpful) (?:replies|answers|responses)\b|most kind,? (?:all|every)|you guys are the best\b)/;
const MOST_OF_THANKS = 40;

/** Whether a post thanks, and says little else. */
export function isThanks(body: string): boolean {
  return THANKS.test(openingOf(body)) && wordsIn(body, MOST_OF_THANKS) < MOST_OF_THANKS;
}

/** Who waits for the answers of others. */
const WAITS =
  /^\W*(?:place ?mark(?:ing|er)?|mark(?:ing)? (?:my )?place|bump(?:ing)?|following|watching|subscribing|same (?:question|here))\b|\bfollowing (?:this|along)\b/i;
const MOST_OF_ASIDE = 12;

/** Whether a post waits for answers, or asks back and no more. */
export function isAside(body: string): boolean {
  const most = WAITS.test(body) ? 2 * MOST_OF_ASIDE : MOST_OF_ASIDE;
  return wordsIn(body, most) < most && (WAITS.test(body) || /^[^.!?]+\?\W*$/.test(body));
}

const OFFER = /\b(?:offer|sale) (?:ends|expires|valid)\b|\bbook (?:now|today) and (?:get|save)\b/i;
const TOUTING =
  /\b\d{1,2}% off\b[^.!?]{0,60}\b(?:dm|message|text|call|book)\b|\bfree (?:delivery|shipping)\b|\bthis (?:week|weekend|month) only\b|\bvisit (?:also )?my (?:page|site|web ?site|blog|shop)\b|\b(?:dm|message|text|whatsapp) (?:me |us )?(?:to book\b|for (?:the |our |a |\d+% )?(?:off|price|prices|pricing|list|quote)\b)/i;
const MOST_OF_OFFER = 40;

/** Whether a text is a firm's offer; `isNamed`: somebody is its author, who may answer as well. */
export function isOffer(body: string, isNamed: boolean): boolean {
  const offers = TOUTING.test(body) || (!isNamed && OFFER.test(body));
  return offers && wordsIn(body, MOST_OF_OFFER) < MOST_OF_OFFER;
}

/** A reply below a post that has so many words is no remark on it, and answers, too. */
export const LEAST_OF_NESTED = 35;

/** A line that is a sentence: so many words, or so many with a stop. */
const SENTENCE = { words: 12, closed: 4 } as const;

/** "No", "Not really", "They do": whole answers, with a stop or without. */
export const SHORT_ANSWER =
  /^\W*(?:yes|no|aye|yep|yup|nope|yeah|nah|sure|definitely|absolutely|never|not|it|they|maybe|depends)\b/i;

/** Whether a body has no sentence: a menu's entries, a name, a list of other threads. */
export function isScrap(body: string): boolean {
  // Most bodies are told by their first words.
  if (isSentence(/^.*/.exec(body)?.[0] ?? '') || SHORT_ANSWER.test(body)) return false;
  // A line in lower case goes on with the one above, as in a column.
  return !body.replace(BROKEN, ' ').split(LINE_END).some(isSentence);
}

function isSentence(line: string): boolean {
  const words = wordsIn(line, SENTENCE.words);
  return words >= SENTENCE.words || (words >= SENTENCE.closed && /[.!?…]["')\]’”]*\s*$/.test(line));
}

const BROKEN = /(?:\r\n?|\n)(?=\p{Ll})/gu;

export const LINE_END = /\r\n?|\n/;
