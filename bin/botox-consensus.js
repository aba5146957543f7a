#!/usr/bin/env node
// How the V8 of Node 20 is to work: it compiles each pattern once, and a function again only where it is much used, and
// takes little room for new objects.
const FLAGS = '--no-regexp-tier-up --interrupt-budget=300000 --semi-space-growth-factor=1';
if (process.version.startsWith('v20.')) require('node:v8').setFlagsFromString(FLAGS);
// From Node 22 on V8 keeps the compiled code, if it is asked before the command is loaded.
else require('node:module').enableCompileCache?.();
require('../dist/cli.cjs').main(process.argv.slice(2));
