/** Signs of emphasis at either end of words. */

/** The sign of emphasis that words start with. */
export function signAt(source: string, at: number, end: number): string {
  const sign = source[at];
  if (sign !== '*' && sign !== '_') return '';
  let to = at;
  while (source[to] === sign && to - at < 4) to++;
  const open = to - at <= 3 && to < end && source[to] !== ' ' && source[to] !== '\t';
  return open ? source.slice(at, to) : '';
}

/** The sign of emphasis that words end with. */
export function signBefore(source: string, from: number, end: number): string {
  const sign = source[end - 1];
  if (sign !== '*' && sign !== '_') return '';
  let at = end;
  while (at > from && source[at - 1] === sign && end - at < 4) at--;
  return end - at <= 3 && at > from && source[at - 1] !== ' ' ? source.slice(at, end) : '';
}
