import { describe, expect, it } from 'vitest';
import { readLabels } from '../../src/evaluate/labels.js';
import { applyLabels } from '../../src/evaluate/mend.js';
import { codedThread, profile } from './sample.js';

const thread = codedThread(
  'threads/a.txt',
  {
    heading: 'Ever so long',
    facets: { sleep: 'awake', hours: 'long' },
    rest: {
      tags: ['awake-long'],
      uncertain: ['sleep', 'hours'],
      hedged: ['sleep'],
      reasons: { sleep: '1 for awake' },
    },
  },
  { facets: { sleep: 'asleep' }, rest: { tags: ['asleep'] } },
);

const mended = (csv: string) => applyLabels(thread, readLabels(csv, 'l.csv', profile), profile);

describe('mending', () => {
  it('puts the coder’s labels in place, computes the tags anew and says which facets are coded', () => {
    const [first, second] = mended('document,answer,sleep,hours\na.txt,2,awake,long\n').answers;
    expect(first).toEqual(thread.answers[0]);
    expect(second).toMatchObject({
      facets: { sleep: 'awake', hours: 'long' },
      tags: ['awake-long'],
      coded: ['sleep', 'hours'],
      reasons: { sleep: 'a coder’s label' },
    });
  });

  it('leaves blank facets to the classifier, and makes a confirmed label certain', () => {
    const [first] = mended('document,answer,sleep,hours\na.txt,1,awake,\n').answers;
    expect(first).toMatchObject({
      facets: { sleep: 'awake', hours: 'long' },
      coded: ['sleep'],
      uncertain: ['hours'],
      hedged: [],
    });
  });

  it('takes a facet back that is not asked any more, unless it was coded too', () => {
    expect(mended('document,answer,sleep\na.txt,1,asleep\n').answers[0]).toMatchObject({
      facets: { sleep: 'asleep', hours: 'unstated' },
      tags: ['asleep'],
      coded: ['sleep'],
      uncertain: [],
    });
  });

  it('of the CSV report takes for coded what differs from the classifier’s labels, or is marked so', () => {
    const csv = 'document,answer,sleep,hours,coded\na.txt,1,awake,short,\na.txt,2,asleep,unstated,sleep\n';
    expect(mended(csv).answers.map(({ coded }) => coded)).toEqual([['hours'], ['sleep']]);
    const same = 'document,answer,sleep,hours,coded\na.txt,1,awake,long,\na.txt,2,asleep,unstated,\n';
    expect(mended(same).answers).toEqual(thread.answers);
  });

  it('says nothing of a document that has no labels', () => {
    expect(mended('document,answer,sleep\nb.txt,7,awake\n')).toBe(thread);
  });

  it.each([
    ['a.txt,3,,awake', 'l.csv:2: "a.txt" has no answer 3: its answers are 1 to 2'],
    [
      'a.txt,1,Not so,awake',
      'l.csv:2: answer 1 of "a.txt" is not headed "Not so": its heading is "Ever so long"; mend the number, or leave the heading blank',
    ],
    [
      'a.txt,2,Not so,awake',
      'l.csv:2: answer 2 of "a.txt" is not headed "Not so": it has no heading; mend the number, or leave the heading blank',
    ],
  ])('refuses labels of answers that do not exist: %s', (row, message) => {
    expect(() => mended(`document,answer,heading,sleep\n${row}\n`)).toThrow(message);
  });
});
