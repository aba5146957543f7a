import { existsSync } from 'node:fs';
import { STARTER } from '../../../profile/starter.js';
import type { Define } from '../../commands.js';
import { Exit, UsageError } from '../../exit.js';
import { openOutput } from '../../output.js';

export const defineInit: Define = (command, shell, done) => {
  command
    .argument('[FILE]', 'the file to write, which must not be there yet; else standard output')
    .action(async (file: string | undefined) => {
      if (file !== undefined && file !== '-' && existsSync(file)) {
        throw new UsageError(`${file}: it is there already: name another file, or remove it`);
      }
      const output = openOutput(file, shell);
      try {
        if (await output.write(STARTER)) output.finish();
      } finally {
        output.abandon();
      }
      if (!output.isStandard) {
        await shell.messages.say(`${file} is written: mend it, then: botox-consensus profile check ${file}`);
      }
      done(Exit.Done);
    });
};
