import { describe, expect, test } from 'vitest';
import { bodies, parse, thins } from './parsed.js';

describe('a talk', () => {
  test('several messages of one person are one answer; the asker and events are none', () => {
    const chat = `12/03/2021, 19:02 - Messages and calls are end-to-end encrypted.
12/03/2021, 19:05 - Dr Holt created group "Ask the dentists"
12/03/2021, 20:31 - Hattie: Hi all!
12/03/2021, 20:32 - Hattie: Does the jaw muscle stay thin after Botox? I have had four sessions.
12/03/2021, 20:40 - Dr Holt: Good question
12/03/2021, 20:41 - Dr Holt: It does thin, and in most people it stays so.
12/03/2021, 20:58 - Ravi (dentist): <Media omitted>
12/03/2021, 20:59 - Ravi (dentist): I measured forty patients a year on and the bite was as it had been.
12/03/2021, 21:30 - Hattie: Thank you both so much
12/03/2021, 21:44 - +44 7700 900143 joined using this group's invite link
12/03/2021, 21:52 - +44 7700 900143: A splint costs less than a needle, try that first.
`;
    expect(bodies(chat).map((body) => body.replace(/\d\d\/\d\d\/2021, \d\d:\d\d - [^:]+: /g, ''))).toEqual([
      'Good question It does thin, and in most people it stays so.',
      'I measured forty patients a year on and the bite was as it had been.',
      'A splint costs less than a needle, try that first.',
    ]);
    expect(parse(chat).question.body).toContain('four sessions');
  });

  test("a workplace's chat has names above times, and times alone where somebody goes on", () => {
    const chat = `# jaw-clinic
41 members

Tuesday, May 14th

Pip Marsh
  8:47 AM
Does the jaw muscle stay thin after Botox? A patient asked, and I had no good answer for her.

3 replies

Hugh Abernethy
  8:55 AM
It does thin, and in most people it stays so.
  8:56 AM
I have measured it in forty of them.
👍
4

Polly
APP  9:00 AM
*Pulse check:* how is your week going?
Only you can see this response

Ottilie Brandt
  9:01 AM
Mine had the same bite a year after the last visit as they had before the first.

Pip Marsh
  9:03 AM
that would be lovely to see in print

Callum Reyes
  9:04 AM
A splint costs less than a needle, so try that first.
`;
    expect(bodies(chat)).toEqual([
      expect.stringMatching(/^It does thin, .* I have measured it in forty of them\.$/),
      'Mine had the same bite a year after the last visit as they had before the first.',
      'A splint costs less than a needle, so try that first.',
    ]);
    expect(parse(chat).question.body).toContain('Does the jaw muscle stay thin');
  });

  test('mail and a chat in one note: whole heads are messages, and the question is not answered again', () => {
    const asked =
      'A patient asks whether the jaw muscle stays thin once Botox has worn off. What do you tell yours?';
    const note = `Collected answers for the talk

The question as I sent it round on Monday to all of them:

"${asked}"

From: Fenwick Judith
Sent: 04 March 2019 17:52
To: Muir Alasdair
Subject: RE: Quick one

It does thin, and in most people it stays so.

Judith

________________________________
This message may contain confidential information. If you are not the intended recipient please delete it.

________________________________
From: Muir Alasdair
Sent: 04 March 2019 13:10
To: Fenwick Judith; Greaves Paul
Subject: Quick one

${asked}


From: Greaves Paul
Sent: 05 March 2019 08:04
To: Muir Alasdair
Subject: RE: Quick one

I measured forty patients a year on and the bite was as it had been.

04/03/2019, 13:24 - Alasdair: ${asked}
04/03/2019, 13:31 - Bridget: A splint costs less than a needle, try that first.
04/03/2019, 13:40 - Alasdair: Noted, that one goes on a slide of its own
`;
    expect(bodies(note).map((body) => body.replace(/^[\d/, :]+- /, ''))).toEqual([
      'It does thin, and in most people it stays so. Judith',
      'I measured forty patients a year on and the bite was as it had been.',
      'A splint costs less than a needle, try that first.',
    ]);
  });

  test('mail with the newest first: the question stands last', () => {
    const mail = (from: string, subject: string, body: string) =>
      `From: ${from}\nSent: Thursday, February 8, 2018 9:58 PM\nTo: Bjornstad, Eric\nSubject: ${subject}\n\n${body}\n`;
    const rule = `\n${'_'.repeat(40)}\n`;
    const chain = [
      mail(
        'Quintanilla, Rosaura',
        'RE: RE: Thin jaws?',
        'Late to this. It does thin, and in most people it stays so.',
      ),
      mail(
        'Wexler, Dov',
        'RE: Thin jaws?',
        'I measured forty patients a year on and the bite was as it had been.',
      ),
      mail('Abara, Chidi', 'RE: Thin jaws?', 'A splint costs less than a needle, try that first.'),
      mail(
        'Bjornstad, Eric',
        'Thin jaws?',
        'Friends, does the jaw muscle stay thin after Botox? A patient asks.',
      ),
    ].join(rule);
    expect(bodies(chain)).toEqual([
      'Late to this. It does thin, and in most people it stays so.',
      'I measured forty patients a year on and the bite was as it had been.',
      'A splint costs less than a needle, try that first.',
    ]);
  });

  test('a report of a panel has headings between those who speak', () => {
    const speaker = (heading: string, name: string, body: string) => `${heading}\n\n${name}: ${body}\n\n`;
    const report = [
      'Does Botox leave the jaw weaker? A panel does not agree\n\nIt began with a card from the audience, which a resident had written, and nobody laughed.\n\n',
      speaker(
        'A slow leak',
        'GRETA HOLT, M.D., Minneapolis',
        'It does thin, and in most people it stays so for as long as I have looked.',
      ),
      speaker(
        'A matter of arithmetic',
        'ROLAND MENON, M.D., Houston',
        'I measured forty patients a year on and the bite was as it had been.',
      ),
      speaker(
        'What it costs',
        'MARIBETH BRANDT, M.D., Pittsburgh',
        'A splint costs less than a needle, so I would try that one first.',
      ),
    ].join('');
    expect(parse(report).answers.map(({ heading }) => heading)).toEqual([
      'A slow leak',
      'A matter of arithmetic',
      'What it costs',
    ]);
  });

  test('a few words between two turns are no answer of one who speaks at length', () => {
    const long = 'I have charts that go back for twenty years and more. '.repeat(4).trim();
    const transcript = `Renata Quill  00:00
Welcome back. With me are Ines Halloran and Walt Prudhomme.

Dr. Walt Prudhomme  00:23
Happy to be here. Nice microphones.

Renata Quill  00:35
The question is from Gwen. Do facial muscles weaken from Botox use? Ines, you first?

Dr. Ines Halloran  01:22
${long} They do get weaker.

Renata Quill  02:21
Pass the gravy. Walt?

Dr. Walt Prudhomme  02:25
${long} They do not.

Renata Quill  03:08
Anything to add, both of you?

Dr. Ines Halloran  03:10
I'm still right.
`;
    expect(bodies(transcript)).toEqual([`${long} They do get weaker.`, `${long} They do not.`]);
  });

  test('the first doctor under a heading answers, whatever is asked in the answer', () => {
    const panel = `Botox and weakness of the facial muscles

A reader has had it for ten years and wonders what it does to them.

Dr. Holt: Do they get weaker? They do, a little with every year that they are kept still.

Dr. Menon: They do not. I have measured forty of them, a year after the last visit.

Dr. Holt: Forty is few, and mine were twice as many.
`;
    expect(bodies(panel)).toHaveLength(3);
  });

  test("a moderator's turns are none, wherever they stand", () => {
    const transcript = `Face Forum, stage B

[00:11:02]
MODERATOR (Judith Aalto): Welcome back. The card says: do the facial muscles get weaker in the long run?

[00:11:31]
DR. HOLT: They do. We have filmed every patient since 2001, and the frown in the second film is a smaller one.

[00:12:14]
MODERATOR: A yes. Dr. Menon, you are shaking your head?

[00:12:19]
DR. MENON: I am, since nobody has measured what she has seen. Mine frown as they always did, a year on.

[00:12:58]
AUDIENCE MEMBER: May I ask whether it is the same for the jaw?

[00:12:59]
AUDIENCE MEMBER 2: Karin Moe, from Bergen. In those whom I have had for ten years and more I find some thinning under the finger, mostly at the sides. It is little, and when they stopped for other reasons it filled in again.

[00:13:02]
MODERATOR: Good, who does jaws?

[00:13:06]
MS. BRANDT: I do. The masseter goes down fast, no question about it, and stays down for a good year.
`;
    expect(bodies(transcript).map((body) => body.slice(0, 12))).toEqual([
      'They do. We ',
      'I am, since ',
      'Karin Moe, f',
      'I do. The ma',
    ]);
  });

  test('a note in which each answer stands behind its doctor, the town and a dash', () => {
    const note = [
      'jaw and botox - answers saved for Mum 14/2',
      '(the question was: do the jaw muscles weaken from botox?)',
      `Dr. Imelda Farquharson, Boston - ${thins}`,
      'Dr. Stellan Voss - No, not in any lasting way.',
      'Dr. R. Nakagawa-Pike, San Diego -- I used to say that there is no change. I no longer say so.',
    ].join('\n\n');
    expect(bodies(note).map((body) => body.slice(0, 12))).toEqual([
      'After the se',
      'No, not in a',
      'I used to sa',
    ]);
  });

  test('a chat that begins with something else: who asked for that may answer', () => {
    const said = (time: string, name: string, words: string) => `14/01/2024, ${time} - ${name}: ${words}`;
    const chat = [
      said('09:12', 'Callum', 'Morning all. Does anyone have a spare box of 30G needles?'),
      said('09:15', 'Nadia', 'I have two, come by after four'),
      said('12:30', 'Saoirse', 'A patient asked me: do the jaw muscles waste away from years of Botox?'),
      said('12:34', 'Nadia', thins),
      said(
        '12:41',
        'Callum',
        'Weaken yes, waste no. Mine have less of a bite each year, and the muscle stays.',
      ),
      said('13:05', 'Osric', 'After Botox the muscle of my jaw was what it had been before, within a year.'),
      said(
        '13:20',
        'Gwil',
        'There is a review: the muscles of the jaw lose volume, and get part of it back.',
      ),
    ].join('\n');
    expect(bodies(chat).map((body) => body.slice(0, 12))).toEqual([
      'After the se',
      'Weaken yes, ',
      'After Botox ',
      'There is a r',
    ]);
  });

  test('a column that names its doctors with trade and town before their words', () => {
    const column = `ASK THE DOCTORS

DEAR DOCTORS: Everyone in my card club has had Botox for years. Do the muscles go limp?

DR. ELEANOR WEXLER, dermatologist, Madison: They do, for twelve weeks, and then they come to. That is the whole story.

DR. OTTO BRANDT, plastic surgeon, Milwaukee: The ones who began in the nineties have less to frown with than they had, I would wager.

DR. LUCILLE HAAS, family practice, Merrill: My question is who the nurse is, and where she gets the drug.
`;
    expect(parse(column).answers.map(({ author }) => author?.split(',')[0])).toEqual([
      'DR. ELEANOR WEXLER',
      'DR. OTTO BRANDT',
      'DR. LUCILLE HAAS',
    ]);
  });

  test('messages: the first asks; heads, quotations and signatures are left out', () => {
    const digest = `From: Lois Tennant <lois at lists.example>
Date: Tue, 15 May 2007 01:11:40
Subject: Do the muscles weaken?
Message-ID: <1@lists.example>

A reader asks whether the muscles of the face get weaker with Botox. What do I tell her?

From: Farid Menon <farid at clinic.example>
Date: Tue, 15 May 2007 09:00:00
Subject: Re: Do the muscles weaken?
In-Reply-To: <1@lists.example>

On Tue, 15 May 2007, Lois Tennant wrote:
> A reader asks whether the muscles of the face get weaker with
> Botox. What do I tell her?

Tell her that they do, a little with every year, and that nobody has minded so far.

--
Farid Menon, Clinic on the Hill

From: Rosalind Chu <chu at jaw.example>
Date: Wed, 16 May 2007 10:30:00
Subject: Re: Do the muscles weaken?

In the jaw they waste within months, and I have seen teeth that were the better for it.
`;
    expect(bodies(digest)).toEqual([
      'Tell her that they do, a little with every year, and that nobody has minded so far.',
      'In the jaw they waste within months, and I have seen teeth that were the better for it.',
    ]);
  });

  test('comments with the mark that closes them; a bot and what was deleted say nothing', () => {
    const page = `Do facial muscles atrophy from Botox or is that a myth? (self.AskInjectors)
submitted 3 years ago by plum

I am 29 and have had two years of it. Is it true?

[–]AutoModerator [M] 1 point 3 years ago
Thank you for your submission. I am a bot, and this action was performed automatically.

[–]glabella_fella   Dermatologist 204 points 3 years ago

A forehead that was treated for ten years is thinner than its twin. You need it less, too.

permalink  save  report  reply

[–][deleted] 3 years ago
[removed]

[–]pt_for_faces   Physiotherapist 12 points 3 years ago

I rehab faces, and a decade of this leaves them as strong as any other in my records.

permalink  save  report  reply
`;
    expect(bodies(page).map((body) => body.slice(0, 20))).toEqual([
      'A forehead that was ',
      'I rehab faces, and a',
    ]);
  });

  test("a forum's quotation of an earlier post, and a member's signature", () => {
    const forum = `do face muscles get weak from years of botox?

  #1   03-14-2009, 09:42 PM
tinab67

Been getting my forehead done since 2004. My brother in law says it turns to mush. Is he right??
__________________
Tina, mom of 3

  #2   03-14-2009, 11:05 PM
KellerDerm

Quote:
Originally Posted by tinab67  View Post
My brother in law says it turns to mush.

Tell him it is a fair theory for a leg. In the face I have not seen it happen.
__________________
This is general information.

  #3   03-15-2009, 07:16 AM
needlenurse_jo

They do get weaker, it just creeps along, and it is nothing to lose sleep over.
`;
    expect(bodies(forum)).toEqual([
      'Tell him it is a fair theory for a leg. In the face I have not seen it happen.',
      'They do get weaker, it just creeps along, and it is nothing to lose sleep over.',
    ]);
  });

  test('a question that is asked again is left out up to the next label, and where there are labels only', () => {
    const answer = (name: string) =>
      `${name} has a clinic in the town.\n\nQ: Do they get weaker?\n\nA: They do, in the hands of ${name}, with the years.\n\n`;
    const series = `One question, many doctors\n\nEach month we ask several.\n\n${['Ann', 'Ben', 'Cid', 'Dee'].map(answer).join('')}`;
    expect(bodies(series).every((body) => !body.includes('Q:'))).toBe(true);
    const paragraphs = Array.from({ length: 14 }, (_, i) => `It is weaker by a little in year ${i}.`).join(
      '\n\n',
    );
    const text = `Question: Do they get weaker?\n\n${paragraphs}\n\nQuestion: who would mind?\n\nNobody that I know of minds it.\n`;
    expect(bodies(text).join(' ')).toContain('Nobody that I know of');
  });

  test('the asker who comes back does not answer', () => {
    const text = `Do the muscles waste away?

I have had it for fifteen years and wonder what is left. Should I worry?

There is plenty left

I operate on foreheads, and the muscle in front of me is pink and twitches when I touch it.

Thank you all for the replies so far! I should have said that I had a gap of eight months in 2020. Does it matter?

The gap tells me a lot

If the forehead moved and the frown did not, the frown has shrunk, and it is the first to go.
`;
    expect(bodies(text)).toHaveLength(2);
  });
});

describe('a transcript with the time behind the name', () => {
  test('its host asks, and lets somebody go on; what is heard is nobody’s', () => {
    const transcript = `Episode 88: does Botox make a jaw weak?

Jodie Marsh (00:04):
Hello and welcome. I am no doctor, what I do is I ask one question and go around the table.

[crowd cheering 00:00:16]

Jodie Marsh (00:19):
So here it is, from a listener: do the muscles get weaker if you go on with it for years?

Dr. Maren Holt (03:49):
They do. After the second session the masseter is thinner, and in most people it stays so.

[laughter 00:05:02]

Jodie Marsh (05:05):
Dr. Menon, you are shaking your head over there. What do you say?

Dr. Ravi Menon (05:12):
I measured the bite of forty patients a year after the last visit,

Jodie Marsh (05:54):
Mm. Okay.

Dr. Ravi Menon (05:56):
and it was what it had been before, in every one of them.

Jodie Marsh (06:10):
And Ola, does it matter to you?

Dr. Ola Brandt (06:12):
A splint costs less than a needle, and nobody has ever asked me for a stronger jaw.
`;
    const found = bodies(transcript);
    expect(found.map((body) => body.slice(0, 12))).toEqual(['They do. Aft', 'I measured t', 'A splint cos']);
    expect(found[1]).toContain('in every one of them');
    expect(found.join()).not.toContain('laughter');
  });
});

describe('mail', () => {
  const mail = (from: string, subject: string, body: string) =>
    `From: ${from}\nTo: list at mail.example\nSubject: ${subject}\nDate: Tue, 13 Feb 2024 20:52:40 +0000\n\n${body}\n\n`;
  const thins = 'They do. After the second session the masseter is thinner, and it stays that way.';
  const recovers = 'I measured forty of them a year after the last visit, and they bit as before.';

  test('whoever comes under the subject without “Re:” asks, and what is under another is none of it', () => {
    const digest = [
      mail('Jaw-L Digest <jaw-l-request at mail.example>', 'Jaw-L Digest, Vol 118', 'Topics: do they waste?'),
      mail('Pip Garside <pip at mail.example>', '[Jaw-L] Do they waste?', 'A patient asks me this. Do they?'),
      mail('Maren Holt <holt at mail.example>', 'Re: [Jaw-L] Do they waste?', thins),
      mail(
        'Jaw-L Owner <jaw-l-owner at mail.example>',
        'ADMIN: quotes',
        'Please trim what you quote, all of you.',
      ),
      mail(
        'Pip Garside <pip at mail.example>',
        'Re: [Jaw-L] Do they waste?',
        'That is more than I got elsewhere.',
      ),
      mail('Ravi Menon <menon at mail.example>', 'R: [Jaw-L] Do they waste?', recovers),
      mail(
        'Skip Dunn <skip at mail.example>',
        '[Jaw-L] FS: a laser',
        'One owner, serviced every year, two tips.',
      ),
    ].join('');
    expect(bodies(digest)).toEqual([thins, recovers]);
  });

  test('a digest that is one message is parted by its rules', () => {
    const rule = `\n\n${'-'.repeat(60)}\n\n`;
    const digest = [
      mail('Jaw-L Digest <jaw-l-request at mail.example>', 'Jaw-L Digest, Vol 9', 'CASE OF THE WEEK'),
      'A patient asks me this: do they stay thin? What do you tell yours?',
      'REPLIES',
      `${thins}\n\nMaren Holt\nUtrecht`,
      `${recovers}\n\nRavi Menon\nLeeds`,
      'I would turn it round and ask her why she wants to know. Offer a smaller dose.\n\nIda Roe\nBath',
    ].join(rule);
    expect(bodies(digest).map((body) => body.slice(0, 24))).toEqual(
      expect.arrayContaining([thins.slice(0, 24), recovers.slice(0, 24), 'I would turn it round an']),
    );
  });

  test('a long list of addressees is no answer’s', () => {
    const many = Array.from({ length: 12 }, (_, i) => `Doctor Number${i} <d${i}@mail.example>`).join(', ');
    const thread = ['Pip Garside', 'Maren Holt', 'Ravi Menon'].map(
      (name, i) =>
        `${name} <m${i}@mail.example>\tMon, Sep 18, 2023 at 8:5${i} PM\nCc: ${many}\n\n${[`Do they waste? A patient asks me this.`, thins, recovers][i]}\n\n`,
    );
    expect(bodies(thread.join(''))).toEqual([thins, recovers]);
  });
});
