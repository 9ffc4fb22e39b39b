import { withoutHeader } from '../../src/build/generation/markdown';
import { pageSections } from '../../src/build/scaffold/templates';

/** What is wrong with the hand-written part of a page, one sentence each. */
export function pageProblems(file: string, page: string, sections: readonly string[] = pageSections): string[] {
  const body = withoutHeader(page);
  const problems: string[] = [];
  const [summary = ''] = body.split(/\n\s*\n/);
  if (summary.trim() === '' || /^[#`~|<-]/.test(summary)) problems.push(`${file} does not begin with a line that says what it finds`);
  else if (/\n/.test(summary.trim()) && summary.length > 240)
    problems.push(`${file} begins with ${summary.length} characters; one line of summary is meant`);
  const headings = [...withoutFences(body).matchAll(/^## (.+)$/gm)].map((match) => match[1]!.trim());
  const required = headings.filter((heading) => sections.includes(heading));
  if (required.join() !== sections.join())
    problems.push(`${file} has the sections ${headings.join(', ') || 'none'}; they are to be ${sections.join(', ')}`);
  const parts = body.split(/^## .+$/m).slice(1);
  for (const [index, part] of parts.entries()) if (part.trim() === '') problems.push(`${file}: ${headings[index]} is empty`);
  if (/To be written\.|Say in one line|TODO|TBD|lorem ipsum/i.test(body)) problems.push(`${file} still holds text of the scaffold`);
  return problems;
}

/** A page without its code, in which a line may look like a heading. */
function withoutFences(body: string): string {
  return body.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '');
}
