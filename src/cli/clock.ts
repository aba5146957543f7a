/** Milliseconds from some moment on. `performance` would do, but a tenth of the start goes into loading it. */
export function clock(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
