// Performs the task that it is given as JSON, and prints what it measured.
import { perform, type Task } from './tasks.js';

const task: Task = JSON.parse(process.argv[2] ?? '');
process.stdout.write(JSON.stringify(await perform(task)));
