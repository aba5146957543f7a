import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/report/report.js';
import { plainThread, reportOf, uglyThread } from './sample.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const output = fileURLToPath(new URL('../output/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(CHROMIUM))('the HTML report in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(output, { recursive: true });
    writeFileSync(`${output}plain.html`, await render(reportOf([plainThread]), 'html'));
    writeFileSync(`${output}two.html`, await render(reportOf([plainThread, uglyThread]), 'html'));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);

  afterAll(() => browser?.close());

  /** Opens a report, and notes what it asked for and what it complained of. */
  async function open(name: string, options: Parameters<Browser['newPage']>[0] = {}) {
    // Only the test's own scripts run, past the page's policy; the reports have none.
    const page = await browser.newPage({ bypassCSP: true, ...options });
    const noticed: string[] = [];
    const address = pathToFileURL(`${output}${name}.html`).href;
    page.on('request', (request) => {
      if (request.url() !== address) noticed.push(`request ${request.url()}`);
    });
    page.on('console', (message) => noticed.push(`console ${message.text()}`));
    page.on('pageerror', (error) => noticed.push(`error ${error.message}`));
    page.on('dialog', (dialog) => {
      noticed.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address);
    return { page, noticed };
  }

  const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();
  const shown = (page: Page) =>
    page
      .locator('.answer:visible h3')
      .allTextContents()
      .then((titles) => titles.map((title) => Number.parseInt(title, 10)));

  it('shows verdicts, counts and bars', async () => {
    const { page, noticed } = await open('plain', { bypassCSP: false });
    expect(await texts(page, '.verdict')).toEqual([
      'Consensus: they weaken — 4 of 4 that take a position, 95 % interval 51–100 %',
      'Too few for a verdict: 2 of 5 answers take a position (slowly 2), 3 are needed',
      'Consensus: it is good — 3 of 3 that take a position, 95 % interval 44–100 %',
    ]);
    expect(await texts(page, '.bars:first-of-type th[scope=row]')).toContain('weaken, pace unstated');
    expect(await texts(page, '.bars td:nth-child(3)')).toEqual('0 2 2 0 0 2 3 0 0'.split(' '));
    const box = (selector: string) => page.locator(selector).first().boundingBox();
    const track = await box('tr:nth-child(2) .track');
    const fill = await box('tr:nth-child(2) .fill');
    expect((fill?.width ?? 0) / (track?.width ?? 1)).toBeCloseTo(0.5, 2);
    expect(noticed).toEqual([]);
    await page.close();
  });

  it('marks the words that counted, and strikes through those that did not, with the reason', async () => {
    const { page } = await open('plain');
    const first = page.locator('#d1-a1');
    expect(await first.locator('.body mark').allTextContents()).toEqual([
      'weaken',
      'over time',
      'a good thing',
    ]);
    expect(await first.locator('.body s').getAttribute('title')).toBe(
      'pace: slowly; does not count: not said of the weakening',
    );
    // Evidence that overlaps is marked piece by piece, and the text stays whole.
    expect(await page.locator('#d1-a3 .body mark').allTextContents()).toEqual([
      'very ',
      'slow',
      ' to atrophy',
    ]);
    expect(await page.locator('#d1-a3 .body p').allTextContents()).toEqual([
      'In my practice they are very slow to atrophy.',
      'It is no downfall, though.',
    ]);
    const label = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element, '::after').content);
    expect(await label('#d1-a1 .body mark >> nth=0')).toBe('"weakens"');
    expect(await label('#d1-a1 .body s')).toBe('none');
    await page.emulateMedia({ media: 'print' });
    expect(await label('#d1-a1 .body s')).toContain('does not count: not said of the weakening');
    await page.close();
  });

  it('filters answers by tag without a script', async () => {
    const { page } = await open('plain', { javaScriptEnabled: false });
    expect(await shown(page)).toEqual([1, 2, 3, 4, 5]);
    await page.getByLabel('weaken slowly').check();
    expect(await shown(page)).toEqual([1, 3]);
    await page.getByLabel('no position').check();
    expect(await shown(page)).toEqual([5]);
    await page.getByLabel("worth a reader's eye").check();
    expect(await shown(page)).toEqual([3]);
    expect(await page.getByLabel('weaken quickly').isDisabled()).toBe(true);
    await page.getByLabel('all (5)').check();
    expect(await shown(page)).toHaveLength(5);
    await page.close();
  });

  it.each([
    ['plain', 'light', 1000],
    ['two', 'light', 1000],
    ['two', 'dark', 1000],
    ['two', 'light', 360],
  ] as const)('%s is accessible (WCAG AA) and fits, %s, %i pixels', async (name, colorScheme, width) => {
    const { page, noticed } = await open(name, { colorScheme, viewport: { width, height: 800 } });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const run = (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run;
      const results = await run(document, { runOnly: { type: 'tag', values: tags } });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
    expect(noticed).toEqual([]);
    await page.screenshot({ path: `${output}${name}-${colorScheme}-${width}.png`, fullPage: true });
    await page.close();
  });
});
