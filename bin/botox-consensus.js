#!/usr/bin/env node
// From Node 22 on V8 keeps the compiled code, if it is asked before the command is loaded.
require('node:module').enableCompileCache?.();
require('../dist/cli.cjs').main(process.argv.slice(2));
