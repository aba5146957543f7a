import type { Define } from '../commands.js';
import { UsageError } from '../exit.js';

export const defineProfile: Define = (command) => {
  command
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      throw new UsageError('profile is not built yet');
    });
};
