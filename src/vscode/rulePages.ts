import * as vscode from 'vscode';
import type { RuleDescription } from '../engine/api';
import type { Host } from './host';
import { digest, type PageDigest } from './pageDigest';

const scheme = 'production-gap';

/** Pages of rules and checks, shown inside the editor from what is installed with it: no network is needed. */
export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  private readonly texts = new Map<string, Promise<string>>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly host: Host,
  ) {}

  /** Opens the page of a rule in the Markdown preview, or as text where there is no preview. */
  async open(id: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${id}.md` });
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }

  /** What a hover says of a rule. */
  async digest(id: string): Promise<PageDigest> {
    return digest(await this.text(id));
  }

  provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.text(uri.path.slice(1).replace(/\.md$/, ''));
  }

  private text(id: string): Promise<string> {
    let text = this.texts.get(id);
    if (!text) {
      text = this.read(id);
      // A rule that is not known yet may be, once the engine runs.
      if (this.host.rule(id)) this.texts.set(id, text);
    }
    return text;
  }

  private async read(id: string): Promise<string> {
    // The id comes from a link: nothing but a page may be named by it.
    if (!/^[a-z0-9-]+$/.test(id)) return vscode.l10n.t('There is no such page.');
    for (const folder of ['rules', 'checks']) {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, 'docs', folder, `${id}.md`));
        return new TextDecoder().decode(bytes);
      } catch {
        continue;
      }
    }
    const rule = this.host.rule(id);
    return rule ? plainPage(rule) : vscode.l10n.t('There is no rule "{0}" in this version.', id);
  }

  dispose(): void {
    this.registration.dispose();
  }
}

/** For what has no page of its own: the engine's findings about its own configuration. */
function plainPage({ id, title, dimension, severity }: RuleDescription): string {
  return `# ${title}\n\n\`${id}\` · ${dimension} · ${severity}\n`;
}
