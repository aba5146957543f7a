#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on V8 keeps the compiled code: it has to be asked before the command is loaded.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');
await main(process.argv.slice(2));
