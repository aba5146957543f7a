import { execFileSync } from 'node:child_process';

/** The end-to-end tests run the built command, so it is built first. */
export default function setup(): void {
  execFileSync(process.execPath, ['.ci/build.js'], { stdio: 'inherit' });
}
