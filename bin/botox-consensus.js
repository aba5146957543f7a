#!/usr/bin/env node
// The V8 of Node 20 is to compile each pattern once, and a function again only where it is much used.
const FLAGS = '--no-regexp-tier-up --interrupt-budget=300000';
if (process.version.startsWith('v20.')) require('node:v8').setFlagsFromString(FLAGS);
// From Node 22 on V8 keeps the compiled code, if it is asked before the command is loaded.
else require('node:module').enableCompileCache?.();
require('../dist/cli.cjs').main(process.argv.slice(2));
