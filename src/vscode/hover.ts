import * as vscode from 'vscode';
import { commandIds } from './contributions';
import type { Diagnostics } from './diagnostics';
import type { RulePages } from './rulePages';

/** At most this many rules are explained in one hover. */
const limit = 2;

/** Adds to the message of a gap what breaks in production and how it is closed, from the rule's page. */
export class GapHover implements vscode.HoverProvider {
  constructor(
    private readonly diagnostics: Diagnostics,
    private readonly pages: RulePages,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const here = this.diagnostics.shown(document.uri).filter(({ range }) => range.contains(position));
    const rules = [...new Set(here.map(({ finding }) => finding.rule))].slice(0, limit);
    const parts = await Promise.all(rules.map((rule) => this.explain(rule)));
    return parts.length === 0 ? undefined : new vscode.Hover(parts, here[0]!.range);
  }

  private async explain(rule: string): Promise<vscode.MarkdownString> {
    const { why, how } = await this.pages.digest(rule);
    const text = new vscode.MarkdownString('', true);
    text.isTrusted = { enabledCommands: [commandIds.openRulePage] };
    if (why !== undefined) text.appendMarkdown(`**${vscode.l10n.t('Why it matters')}:** ${why}\n\n`);
    if (how !== undefined) text.appendMarkdown(`**${vscode.l10n.t('How to fix')}:** ${how}\n\n`);
    const target = encodeURIComponent(JSON.stringify([rule]));
    text.appendMarkdown(`[$(book) ${vscode.l10n.t('Explain {0}', rule)}](command:${commandIds.openRulePage}?${target})`);
    return text;
  }
}
