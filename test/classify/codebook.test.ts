import { describe, expect, it } from 'vitest';
import { builtinProfile } from '../../src/profile/builtin.js';
import { coded, type Post } from './sample.js';

const QUESTION = 'Do facial muscles weaken from Botox use?';

/** An answer's tags, each as one word of the codebook. */
function tagsOf(post: Partial<Post> & { body: string }): string {
  return coded({ question: QUESTION, ...post }, builtinProfile()).tags.join(' ');
}

const rule = (name: string, rows: readonly (readonly [body: string, tags: string])[]) =>
  describe(name, () => {
    it.each(rows)('%s', (body, tags) => {
      expect(tagsOf({ body })).toBe(tags);
    });
  });

rule('what is plainly said', [
  ['Yes, the treated muscles get weaker with repeated injections.', 'weakens-pace-unstated'],
  ['The muscle shrinks gradually over the years.', 'weakens-slow'],
  ['Within weeks the muscle has begun to waste.', 'weakens-fast'],
  ['Muscles atrophy quickly, after only one or two treatments.', 'weakens-fast'],
  ['No. Your muscles do not weaken in the long run.', 'no-weakening'],
  ['Botox has no lasting effect on the strength of the muscle.', 'no-weakening'],
  ['I would book a consultation with an experienced injector.', ''],
  ['The usual price is 12 dollars per unit.', ''],
]);

rule('1. A pace is one of the weakening only', [
  [
    'The treated muscles get weaker with regular use. Botox takes 10 days to kick in.',
    'weakens-pace-unstated',
  ],
  ['The muscles weaken. The effect of one treatment lasts 3 to 4 months.', 'weakens-pace-unstated'],
  ['It takes about a week to work and it wears off slowly.', ''],
  ['The muscles get weaker, and eventually you need it less often.', 'weakens-pace-unstated beneficial'],
  ['Results appear quickly. The muscles weaken slowly, over many years.', 'weakens-slow'],
]);

rule('2. What an answer stands by at the end', [
  ['Some say they weaken within weeks. In truth the muscles weaken slowly, over years.', 'weakens-slow'],
  ['At first I thought they would weaken. They do not weaken, and full strength returns.', 'no-weakening'],
]);

describe('2. The body beats the heading', () => {
  it.each([
    ['No weakening', 'The muscles do weaken over time, I see it every day.', 'weakens-slow'],
    [
      'Muscles will weaken',
      'The muscles do not weaken permanently. Strength returns fully once it wears off.',
      'no-weakening',
    ],
    ['Muscle atrophy', 'The muscle thins gradually over several years of use.', 'weakens-slow'],
  ])('%s: %s', (heading, body, tags) => {
    expect(tagsOf({ heading, body })).toBe(tags);
  });
});

rule('3. What comes back has still weakened; what is weak only for a time has not', [
  ['They will weaken, but the strength comes back when you stop.', 'weakens-pace-unstated'],
  ['The muscles thin, but recover if you stop treatment.', 'weakens-pace-unstated'],
  [
    'The muscle is weak only while the drug lasts, then it is normal again. There is no atrophy.',
    'no-weakening',
  ],
  ['The weakness is temporary. When it wears off, the muscle returns to normal.', 'no-weakening'],
]);

rule('4. A hedge changes no tag', [
  ['The muscles may weaken over time.', 'weakens-slow'],
  ['They can probably shrink to a degree with repeated use.', 'weakens-pace-unstated'],
  ['I think there is some atrophy after repeated treatments.', 'weakens-pace-unstated'],
]);

rule('5. A condition counts where it is granted', [
  ['If injected regularly for years, yes, the muscles will weaken.', 'weakens-slow'],
  ['If you keep it up for many years, the muscles get thinner.', 'weakens-slow'],
  ['If that were so, we would see atrophied muscles everywhere.', 'no-weakening'],
]);

rule('6. The denial of a word is not that of the idea', [
  ['They weaken, which is not a downfall.', 'weakens-pace-unstated'],
  ['After repeated use the muscle is no longer as strong.', 'weakens-pace-unstated'],
  ['They weaken, though not for ever: they recover once you stop.', 'weakens-pace-unstated'],
  ['The masseter thins with repeated use, but not permanently.', 'weakens-pace-unstated'],
]);

rule('7. Calling the weakness good asserts it', [
  ['A little weakness is a good thing.', 'weakens-pace-unstated beneficial'],
  ['Some atrophy of these muscles is a benefit.', 'weakens-pace-unstated beneficial'],
  ['Muscle weakening is exactly what we want.', 'weakens-pace-unstated beneficial'],
]);

rule('8. A span of time is a pace where the weakening is stated', [
  ['A muscle that has been idle for ten years gets weak.', 'weakens-slow'],
  ['Congratulations on six good years! The muscles do weaken.', 'weakens-pace-unstated'],
  [
    'You have had it for eight years, you say. Yes, the muscles get weaker with regular use.',
    'weakens-pace-unstated',
  ],
]);

rule('9. An observation is no judgement; a reason to stop is', [
  ['The muscles weaken: my patients cannot raise their brows as high.', 'weakens-pace-unstated'],
  [
    'The muscles weaken, and I tell my patients to take a break because of the sagging.',
    'weakens-pace-unstated harmful',
  ],
  ['The muscles weaken, so that the brow can droop and you look older.', 'weakens-pace-unstated harmful'],
]);

rule('judgements', [
  ['The muscles weaken, which means fewer wrinkles.', 'weakens-pace-unstated beneficial'],
  ['The muscles weaken, so your results last longer and you save money.', 'weakens-pace-unstated beneficial'],
  [
    'The muscle gets thinner. The good news is softer wrinkles; the bad news is that the brow droops.',
    'weakens-pace-unstated mixed',
  ],
  ['Atrophy occurs, and this is harmful: you will sag.', 'weakens-pace-unstated harmful'],
  ['Botox is safe and I love it.', ''],
]);

rule('no assertions', [
  ['After nine years my lines are shallower. I would not want to guess what the muscle is like.', ''],
  ['I go twice a year now, not four times. What happens in the end, I honestly cannot say.', ''],
  ['Do the muscles weaken? Ask your doctor.', ''],
  ['You ask whether "the facial muscles weaken from Botox use". See your doctor.', ''],
  ['Lasting atrophy? No. See your doctor.', 'no-weakening'],
  ['Many people believe that the muscles waste away. They do not.', 'no-weakening'],
  ['It is a myth that Botox weakens your muscles.', 'no-weakening'],
  ['There is no evidence that the muscles atrophy.', 'no-weakening'],
  ['I hope that the muscles weaken one day.', ''],
]);
