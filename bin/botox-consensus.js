#!/usr/bin/env node
const { enableCompileCache } = require('node:module');
/** Each pattern is compiled once, functions again only where they are much used, and the space for new objects is small. */
const FLAGS = '--no-regexp-tier-up --interrupt-budget=300000 --semi-space-growth-factor=1';
// From Node 22 on V8 keeps the compiled code, if it is asked before the command is loaded.
if (enableCompileCache) enableCompileCache();
else require('node:v8').setFlagsFromString(FLAGS);
require('../dist/cli.cjs').main(process.argv.slice(2));
