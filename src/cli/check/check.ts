import type { Fault, Finding } from './finding.js';
import { spotOf, type Page } from './page.js';
import { CHECKS, RULES } from './rules/index.js';
import type { Site } from './site.js';

/** What is asked of the check. */
export interface CheckOptions {
  /** Ids of the rules that are asked for; all of them by default. */
  rules?: ReadonlySet<string>;
}

/** Everything that the rules have to say, page by page, in the order of the lines. */
export function checkSite(site: Site, { rules }: CheckOptions = {}): Finding[] {
  const wanted = (id: string) => !rules || rules.has(id);
  const findings: Finding[] = [];
  for (const page of site.pages) {
    for (const { check, rules: own } of CHECKS) {
      if (!own.some(({ id }) => wanted(id))) continue;
      for (const fault of check(page, site)) {
        if (wanted(fault.rule)) findings.push(findingOf(fault, page));
      }
    }
  }
  for (const { name, why } of site.unread) {
    if (!wanted('unreadable-page')) break;
    findings.push({
      rule: 'unreadable-page',
      severity: 'warning',
      page: name,
      line: 1,
      column: 1,
      message: `The page was not checked: ${why}.`,
      remedy: 'See to it that the page can be had, and check again.',
    });
  }
  return inOrder(findings);
}

function findingOf(
  { rule, at, message, remedy, severity, page: file }: Fault,
  page: Page,
): Finding {
  const spot = Array.isArray(at) ? spotOf(...at) : 'line' in at ? at : spotOf(at);
  return {
    rule,
    severity: severity ?? RULES.get(rule)!.severity,
    page: file ?? page.name,
    line: spot.line,
    column: spot.column,
    message,
    remedy,
  };
}

/** By file, as the files came, then by place; what is said twice, of a file that several pages name, once. */
function inOrder(findings: Finding[]): Finding[] {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = files.get(finding.page);
    if (group) group.push(finding);
    else files.set(finding.page, [finding]);
  }
  return [...files.values()].flatMap((group) => {
    const once = new Map(group.map((finding) => [JSON.stringify(finding), finding]));
    return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  });
}
