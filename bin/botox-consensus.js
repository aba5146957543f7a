#!/usr/bin/env node
const { enableCompileCache } = require('node:module');
// From Node 22 on V8 keeps the compiled code, if it is asked before the command is loaded. Before, let it compile
// less: each pattern once, and functions for the second time only where they are much used.
if (enableCompileCache) enableCompileCache();
else require('node:v8').setFlagsFromString('--no-regexp-tier-up --interrupt-budget=300000');
require('../dist/cli.cjs').main(process.argv.slice(2));
