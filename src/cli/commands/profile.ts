import type { Define } from '../commands.js';
import { defineCheck } from './profile/check.js';
import { defineFit } from './profile/fit.js';
import { defineInit } from './profile/init.js';
import { defineShow } from './profile/show.js';
import { defineSuggest } from './profile/suggest.js';

const HELP = `
The way from a question to a profile of your own:
  botox-consensus profile init my.yaml             a commented starter; write your question and terms
  botox-consensus profile check my.yaml            what is wrong with it, where, and how to mend it
  botox-consensus -p my.yaml -e thread.txt         what it makes of a thread, and why
  botox-consensus profile suggest -p my.yaml --gold labels.csv thread.txt
                                                   the words that it lacks, by answers you have labelled
  botox-consensus profile fit -p my.yaml --gold labels.csv thread.txt
                                                   how much its words should weigh, by the same answers
  botox-consensus evaluate -p my.yaml --gold labels.csv thread.txt
                                                   how far it agrees with you`;

export const defineProfile: Define = (command, shell, done) => {
  command.addHelpText('after', HELP);
  const define = (name: string, summary: string, each: Define) => {
    const child = command.command(name).description(summary);
    each(child, shell, done);
  };
  define('init', 'write a commented starter', defineInit);
  define('check', 'report every problem of a profile with its place and the mend', defineCheck);
  define('show', 'print the profile in effect, every default filled in', defineShow);
  define('suggest', 'list the words that set each value apart in labelled answers', defineSuggest);
  define('fit', 'fit strengths and thresholds to labelled answers', defineFit);
};
