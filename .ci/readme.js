// npm run readme: runs the commands of README.md's console blocks and writes what they print below them.
import { readFileSync, writeFileSync } from 'node:fs';
import { printed } from './console-blocks.js';

writeFileSync('README.md', printed(readFileSync('README.md', 'utf8')));
