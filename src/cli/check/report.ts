import { count, onOneLine, painter } from '../words.js';
import type { Finding } from './finding.js';

/** What `--format json` prints. Fields may be added; `version` counts what is taken away or changed. */
export interface Report {
  version: 1;
  /** Pages that were looked at. */
  pages: number;
  errors: number;
  warnings: number;
  findings: Finding[];
}

/** Findings with their sums. */
export function reportOf(findings: Finding[], pages: number): Report {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { version: 1, pages, errors, warnings: findings.length - errors, findings };
}

/** For people: findings under their page, then how many there are. */
export function inWords({ findings, pages, errors, warnings }: Report): string {
  const paint = painter();
  const lines: string[] = [];
  let page: string | undefined;
  for (const finding of findings) {
    const { severity, line, column, message, remedy, rule } = finding;
    if (finding.page !== page) {
      if (page !== undefined) lines.push('');
      page = finding.page;
      lines.push(paint('underline', onOneLine(page)));
    }
    const spot = `${line}:${column}`.padEnd(8);
    const word = paint(severity === 'error' ? 'red' : 'yellow', severity.padEnd(7));
    lines.push(`  ${spot} ${word}  ${onOneLine(message)} ${paint('dim', `(${rule})`)}`);
    if (remedy) lines.push(`${' '.repeat(20)}${paint('dim', onOneLine(remedy))}`);
  }
  const sum = `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(pages, 'page')}`;
  const style = errors ? 'red' : warnings ? 'yellow' : 'green';
  return [...lines, ...(lines.length ? [''] : []), paint(style, sum), ''].join('\n');
}
