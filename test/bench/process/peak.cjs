// Loaded before a program: writes, when it ends, the most memory that it ever had, in bytes.
// Linux counts it anew for each program, where `maxRSS` begins with what the parent had.
const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(peak())));

function peak() {
  try {
    return 1024 * Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}
