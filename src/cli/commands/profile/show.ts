import { effectiveProfile, effectiveYaml } from '../../../profile/show.js';
import type { Define } from '../../commands.js';
import { Exit } from '../../exit.js';
import { openOutput } from '../../output.js';
import { profileOf } from '../../settings.js';

interface ShowOptions {
  readonly profile?: string;
  readonly json?: true;
}

const HELP = `
Every default is filled in. What is printed is a profile again, with the shared cues as a comment behind it.`;

export const defineShow: Define = (command, shell, done) => {
  command
    .argument('[FILE]', 'a profile; else the built-in one')
    .option('-p, --profile <file>', 'the same as FILE')
    .option('--json', 'print JSON, shared cues included')
    .addHelpText('after', HELP)
    .action(async (file: string | undefined, { profile = file, json }: ShowOptions) => {
      const compiled = await profileOf(profile === undefined ? {} : { profile });
      const effective = effectiveProfile(compiled.profile);
      const text = json ? `${JSON.stringify(effective, null, 2)}\n` : effectiveYaml(effective);
      await openOutput(undefined, shell).write(text);
      done(Exit.Done);
    });
};
