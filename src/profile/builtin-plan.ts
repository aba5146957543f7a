import type { Plan } from './plan.js';

/** What is worked out beforehand of the built-in profile: the build puts it in here, with the data. */
export const plan: Plan | undefined = undefined;
