/**
 * The order of documents in a merged report: by path, folder by folder and name by name in UTF-16 code units,
 * as a folder is read; the threads of one file (`path#n`) by their number.
 */
export function compareSources(a: string, b: string): number {
  const [pathA, numberA] = split(a);
  const [pathB, numberB] = split(b);
  const [left, right] = [pathA.split('/'), pathB.split('/')];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    if (x !== y) return x < y ? -1 : 1;
  }
  return left.length - right.length || numberA - numberB || (a < b ? -1 : Number(a > b));
}

function split(source: string): [path: string, number: number] {
  const found = /^(.*)#(\d{1,15})$/s.exec(source);
  return found ? [found[1] as string, Number(found[2])] : [source, -1];
}
