import { expect, test } from 'vitest';
import { bodies, recovers, splint, thins } from './parsed.js';

test.each([
  ['under a byline', 'By Tilda Marsh\nPublished: 2 February 2024'],
  ['that says whom it asked', 'Tilda Marsh\n\n7–9 minutes'],
])('an article’s introduction and closing words are its writer’s: %s', (_, head) => {
  const expert = (name: string, body: string) => `${name}\n\n${body}\n`;
  const article = `Does Botox make a jaw lazy? We asked five doctors

${head}

A trainer once told me that a muscle one does not use is lost, and mine has been quiet since the wedding.

Dr Maren Holt, oral surgeon, Bergen

${thins}

${expert('Dr Ravi Menon, consultant neurologist, Leeds', recovers)}
${expert('Dr Ola Brandt, dentist, Oslo', splint)}
${expert('Dr Ines Abreu, dermatologist, Porto', 'I would not call it weak. Ask me again when they have had it for ten years and more.')}
${expert('Mr Hal Frobisher, consultant surgeon, York', 'The bite is weaker for a while, and then it is not, and that is all I can tell you.')}
The bottom line

So it seems that most of them do get weaker, and that hardly anybody minds. My sister has booked in for March.
`;
  const found = bodies(article);
  expect(found).toHaveLength(5);
  expect(found[0]).toBe(thins);
});
