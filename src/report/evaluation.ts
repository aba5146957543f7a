import type { Agreement, Figure } from '../evaluate/agreement.js';
import type { CoderFacet } from '../evaluate/coders.js';
import { cell } from '../evaluate/confusion.js';
import type { Coverage, Disagreement, Evaluation, FacetEvaluation } from '../evaluate/evaluate.js';
import { ratio } from '../evaluate/scores.js';

/** Digits behind the point: more than any sample of answers can tell. */
const DIGITS = 4;

/** The evaluation as JSON: key order fixed, two-space indent, newline at the end (`schema/evaluation.schema.json`). */
export function evaluationJson(evaluation: Evaluation): string {
  const { profile, gold, pairing, coders, facets, disagreements } = evaluation;
  const json = {
    schemaVersion: 1,
    profile: { id: profile.id, version: profile.version, question: profile.question },
    gold,
    answers: {
      compared: pairing.labelled.length,
      notFound: pairing.notFound.map(({ document, answer, heading, line }) => ({
        document,
        answer,
        heading,
        line,
      })),
      notRead: [...pairing.notRead].map(([document, rows]) => ({ document, answers: rows.length })),
      unlabelled: pairing.unlabelled,
    },
    coders: coders && Object.fromEntries([...coders].map(([id, facet]) => [id, coderFacet(facet)])),
    facets: Object.fromEntries([...facets].map(([id, facet]) => [id, facetFigures(facet)])),
    disagreements: disagreements.map(disagreementJson),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function coderFacet({ answers, alpha, pairs }: CoderFacet) {
  return {
    answers,
    alpha: figure(alpha),
    pairs: pairs.map(({ coders, agreement }) => ({
      coders,
      answers: agreement.answers,
      ...figures(agreement),
    })),
  };
}

function facetFigures({ facet, agreement, certain, uncertain }: FacetEvaluation) {
  const { confusion, scores, answers } = agreement;
  const { values } = confusion;
  return {
    question: facet.question,
    answers,
    ...figures(agreement),
    values: Object.fromEntries(
      scores.map(({ gold, found, both, precision, recall, f1 }, i) => [
        values[i],
        { gold, found, both, precision: round(precision), recall: round(recall), f1: round(f1) },
      ]),
    ),
    confusion: Object.fromEntries(
      values.map((gold, i) => [
        gold,
        Object.fromEntries(values.map((found, j) => [found, cell(confusion, i, j)])),
      ]),
    ),
    certain: coverage(certain, answers),
    uncertain: coverage(uncertain, answers),
  };
}

function figures({ accuracy, macroF1, kappa, alpha }: Agreement) {
  return {
    accuracy: figure(accuracy),
    macroF1: figure(macroF1),
    kappa: figure(kappa),
    alpha: figure(alpha),
  };
}

function figure({ value, interval }: Figure) {
  return { value: round(value), interval: interval?.map(round) ?? null };
}

function coverage({ labels, right }: Coverage, all: number) {
  return { labels, share: round(ratio(labels, all)), right, accuracy: round(ratio(right, labels)) };
}

function disagreementJson({ document, answer, heading, facet, ...rest }: Disagreement) {
  const { gold, found, certain, reason, evidence, body } = rest;
  return { document, answer, heading, facet, gold, found, certain, reason, evidence, body };
}

function round(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DIGITS));
}
