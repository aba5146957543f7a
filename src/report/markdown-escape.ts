import { oneLine } from './harmless.js';

/**
 * Text of a thread as Markdown that shows it as it is, in one line: nothing in it is markup, a link, a
 * mention of somebody or a reference to an issue, wherever it is pasted.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_{}[\]<>&|~#$^]/g, '\\$&')
      // Bare addresses become links on many sites.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
      // A site looks for these after the escapes are gone; an empty comment parts them.
      .replace(/(?<!\w)@(?=\w)/g, '@<!-- -->')
      .replace(/#(?=\d)/g, '#<!-- -->')
  );
}

/** The same where a block may begin: what would open a list, a rule or a heading is escaped too. */
export function escapeMarkdownBlock(text: string): string {
  return escapeMarkdown(text)
    .trimStart()
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
