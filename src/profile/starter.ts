/** What `profile init` writes: a small profile that works, each part explained where it stands. */
export const STARTER = `# A profile: your codebook as data. Put your question and your words in the place of
# these, from the top down. Beside it, as you go:
#
#   botox-consensus profile check my.yaml            what is wrong, where, and the mend
#   botox-consensus -p my.yaml -e thread.txt         what it makes of a thread, and why
#   botox-consensus profile suggest -p my.yaml --gold labels.csv thread.txt
#                                                    words that set your labels apart
#
# How a term matches:
#   filter          a word in all its forms: filter, filters, filtered, filtering
#   =left           exactly this word
#   purif*          every word that begins so
#   slow|gradual    either
#   clean the air   one word after the other
#   clean the? air  "the" may be absent
#   clean ... air   up to three words between; ...5 up to five
#   <plant>         any entry of the family "plant"
# A text that begins with one of  * & ! [ { > | @  or has ": " in it goes between double
# quotes, and so do numbers, true and null.

id: houseplants
version: 1.0.0
question: Do houseplants clean the air of a room?

# FAMILIES are words that belong together. Terms name them as <plant>; near: and unless:
# name them as they are.
families:
  plant: [plant, houseplant, fern, ivy, greenery, they, it]
  study: [study, experiment, chamber]
  # A span of time in months, however it is written ("a couple of weeks", "6-12 months").
  weeks-or-months: { of: time, from: 0.2, to: 11.9 }
  back-reference: [it, this, that, effect, difference]

# FACETS are the questions that you put to each answer. The values of a facet exclude one
# another; an answer that speaks for none is "unstated". An answer can be asked one facet
# after the other, from the top down.
facets:
  effect:
    question: Do they clean the air?
    # A bare "Yes." or "No." answers it, if the thread's question has one of its terms.
    polar: true
    # Wording that contains a term and means something else. The longest wording wins.
    exceptions:
      - clean the? pot|leaves|window
    values:
      cleans:
        label: they clean the air
        description: The answer says that plants make the air of a room cleaner.
        # What a denial speaks for ("they do not clean the air"). Without it, a denied
        # term is no evidence.
        negated: no-effect
        terms:
          - clean ... air
          - clean|cleaner|fresher|better air
          - purif*
          - remove|absorb ... toxin|dust|fumes|formaldehyde
          # Words that mean it only in company: the plant must be in the same sentence.
          # \`within:\` makes it the clause or the answer; \`unless:\` names families that must
          # not be there. \`strength:\` is what one hit weighs: 3 says it outright, 2 (unless
          # stated) in other words, 1 only implies it and wants a second hit.
          - terms: [help, work]
            near: plant
            unless: study
            within: clause
            strength: 1
            explanation: says that the plant does what was asked about
      no-effect:
        label: they do not
        negated: cleans
        terms:
          - no effect|difference
          - negligible
          - myth
          - open ... window

  # A facet may be asked only where another has a certain value (when:), and its terms may
  # count only where they stand with the words that earned that value (binding:), in the
  # same sentence or in the next one that refers back to it (references: a family).
  pace:
    question: How soon?
    when: { effect: cleans }
    binding: { facet: effect, value: cleans, references: back-reference }
    values:
      soon: [overnight, at once, quick, <weeks-or-months>]
      late: [slow, gradual, over time, over the years]

# TAGS are what the report counts: a name, a label for readers, and what an answer must have.
# Without tags:, every value of every facet is one.
tags:
  cleans-soon: { label: clean the air soon, when: { effect: cleans, pace: soon } }
  cleans-late: { label: clean the air in time, when: { effect: cleans, pace: late } }
  cleans: { label: "clean the air, pace not stated", when: { effect: cleans, pace: unstated } }
  no-effect: { label: do not clean the air, when: { effect: no-effect } }

# CUES (not, may, if, he says, ...) are shared by all profiles; \`profile show\` lists them.
# Add your own by kind (negation, hedge, hypothetical, temporality, experiencer, attribution,
# question, pseudo, termination), or switch a shared one off by its pattern.
#
# cues:
#   negation:
#     - direction: forward        # or backward, both
#       patterns: [by no stretch]
# cues-off: [far from]
`;
