/**
 * What the Markdown library is not asked for: only the block structure is; inline marks are few and told by their
 * place. The build leaves the code for these out.
 */
export const UNUSED_CONSTRUCTS: readonly string[] = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];
