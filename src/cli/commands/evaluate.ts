import type { Define } from '../commands.js';
import { UsageError } from '../exit.js';

export const defineEvaluate: Define = (command) => {
  command
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => {
      throw new UsageError('evaluate is not built yet');
    });
};
