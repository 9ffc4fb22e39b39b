import type { AccessPath } from '../model/facts';
import type { FunctionInfo, FunctionNode } from '../syntax/outline';
import type { FileAnalysis } from './analysis';

/** Functions of a file that a framework calls while it makes a page. */
export class PageMakers {
  constructor(private readonly analysis: FileAnalysis) {}

  /** Each with what its parameters hold. */
  *functions(): Iterable<{ fn: FunctionInfo; name: string; params: readonly AccessPath[]; hands?: string }> {
    const { analysis } = this;
    for (const { pattern, exports, params, hands, packages } of analysis.tables.pageMakers) {
      if ((pattern && !pattern.test(analysis.innerPath)) || !analysis.inForce(packages)) continue;
      for (const entry of analysis.exports)
        if ('value' in entry && exports.includes(entry.name))
          for (const fn of analysis.functions.behind(entry.value))
            yield { fn, name: entry.name, params, ...(hands === undefined ? {} : { hands }) };
    }
  }

  /** What a page is given: functions of its file that hand it a member of what they return, and that member. */
  handingTo(page: FunctionNode): { fn: FunctionInfo; name: string; member: string }[] {
    const makers = [...this.functions()].flatMap(({ fn, name, hands }) => (hands === undefined ? [] : [{ fn, name, member: hands }]));
    if (makers.length === 0) return [];
    const isPage = this.analysis.exports.some(
      (entry) =>
        'value' in entry && entry.name === 'default' && this.analysis.functions.behind(entry.value).some(({ node }) => node === page),
    );
    return isPage ? makers : [];
  }
}
