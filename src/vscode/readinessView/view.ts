import * as vscode from 'vscode';
import { commandIds, setContext, viewIds } from '../contributions';
import type { Host } from '../host';
import type { Scanner } from '../scanner';
import { buildTree, changedNodes, nodesById, type FolderState, type TreeNode } from './model';
import { treeWords } from './words';

/** Results come in bursts; the tree follows after so many milliseconds. */
const pause = 120;

/** Called when a person ticks an item or takes a tick back. */
export type TickListener = (folder: vscode.WorkspaceFolder, item: string, isTicked: boolean) => Promise<void>;

/** The checklist in the side bar. Its elements are ids of nodes, so that the editor keeps them apart across states. */
export class ReadinessView implements vscode.TreeDataProvider<string>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly tree: vscode.TreeView<string>;
  private readonly subscriptions: vscode.Disposable[];
  private roots: TreeNode[] = [];
  private nodes = new Map<string, TreeNode>();
  private parents = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: Host,
    private readonly scanner: Scanner,
    private readonly onTick: TickListener,
  ) {
    this.tree = vscode.window.createTreeView(viewIds.readiness, {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.tree,
      this.changes,
      this.tree.onDidChangeCheckboxState(({ items }) => void this.ticked(items)),
      host.onScorecard(() => this.refreshSoon()),
      host.onResults(() => this.refreshSoon()),
      host.onState(() => this.showState()),
      scanner.onDidChange(() => {
        this.showState();
        this.refreshSoon();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refreshSoon()),
    ];
  }

  /** The node that a command was called on. */
  node(id: string): TreeNode | undefined {
    return this.nodes.get(id);
  }

  /** The selected node. */
  get selected(): string | undefined {
    return this.tree.selection[0];
  }

  /** All items of the checklist that are shown. */
  items(): TreeNode[] {
    return [...this.nodes.values()].filter(({ kind }) => kind === 'item');
  }

  /** The finding that a node shows. Throws when the node shows none. */
  findingOf(id: string): { folder: string; fingerprint: string } {
    const node = this.nodes.get(id);
    if (node?.fingerprint === undefined) throw new Error(`${id} is no finding.`);
    return { folder: node.folder, fingerprint: node.fingerprint };
  }

  /** The rule of the finding that a node shows, if it shows one. */
  ruleOf(id: string): string | undefined {
    const node = this.nodes.get(id);
    return node?.fingerprint === undefined ? undefined : this.host.results(node.folder).byFingerprint().get(node.fingerprint)?.rule;
  }

  /** Shows an item of the checklist. */
  async reveal(folder: string, item: string): Promise<void> {
    const found = [...this.nodes.values()].find((node) => node.kind === 'item' && node.folder === folder && node.item === item);
    if (found) await this.tree.reveal(found.id, { select: true, focus: true, expand: true });
  }

  getChildren(id?: string): string[] {
    // Somebody is looking: this is a reason to start.
    this.host.start();
    const children = id === undefined ? this.roots : (this.nodes.get(id)?.children ?? []);
    return children.map((child) => child.id);
  }

  getParent(id: string): string | undefined {
    return this.parents.get(id);
  }

  getTreeItem(id: string): vscode.TreeItem {
    const node = this.nodes.get(id);
    // It went away between two questions of the editor.
    if (!node) return new vscode.TreeItem('');
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? None : node.isExpanded ? Expanded : Collapsed);
    item.id = node.id;
    if (node.description !== undefined) item.description = node.description;
    item.tooltip = new vscode.MarkdownString(node.tooltip ?? node.label);
    item.iconPath = new vscode.ThemeIcon(
      node.icon.name,
      node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color),
    );
    item.contextValue = node.context;
    item.accessibilityInformation = { label: node.spoken };
    if (node.isTicked !== undefined) item.checkboxState = checkbox(node.isTicked, node.label);
    const command = commandOf(node);
    if (command) item.command = command;
    return item;
  }

  private async ticked(items: ReadonlyArray<[string, vscode.TreeItemCheckboxState]>): Promise<void> {
    for (const [id, state] of items) {
      const node = this.nodes.get(id);
      const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === node?.folder);
      if (!node?.item || !folder) continue;
      try {
        await this.onTick(folder, node.item, state === vscode.TreeItemCheckboxState.Checked);
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        // The box shows what is recorded, not what was clicked.
        this.changes.fire([id]);
      }
    }
  }

  private refreshSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.refresh();
    }, pause);
  }

  private refresh(): void {
    const before = this.roots;
    const states = this.scanner.hasFoundNothing ? [] : this.states();
    this.roots = states.length === 0 ? [] : buildTree(states, treeWords());
    this.nodes = nodesById(this.roots);
    this.parents = new Map([...this.nodes.values()].flatMap((node) => node.children.map((child): [string, string] => [child.id, node.id])));
    const changed = changedNodes(before, this.roots);
    if (changed === undefined) this.changes.fire(undefined);
    else if (changed.length > 0) this.changes.fire(changed);
    setContext('hasNoServerCode', this.scanner.hasFoundNothing);
  }

  private states(): FolderState[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri, name }) => {
      const folder = uri.toString();
      const results = this.host.results(folder);
      return results.scorecard ? { folder, name, scorecard: results.scorecard, findings: results.byFingerprint() } : [];
    });
  }

  private showState(): void {
    const { progress } = this.scanner;
    const stopped = this.host.state === 'waiting' || this.host.state === 'failed';
    if (stopped) this.tree.message = vscode.l10n.t('The engine has stopped.');
    else if (progress && progress.total > 0) this.tree.message = vscode.l10n.t('Analysing {0} of {1} files', progress.done, progress.total);
    else this.tree.message = undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function checkbox(isTicked: boolean, title: string): vscode.TreeItem['checkboxState'] {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  return {
    state: isTicked ? Checked : Unchecked,
    tooltip: isTicked
      ? vscode.l10n.t('Confirmed by a person. Untick to take it back.')
      : vscode.l10n.t('Tick when you know that this is so.'),
    accessibilityInformation: { label: title },
  };
}

function commandOf(node: TreeNode): vscode.Command | undefined {
  const needs = node.target !== undefined || node.kind === 'step' || node.kind === 'more';
  return needs ? { command: commandIds.openPlace, title: vscode.l10n.t('Open'), arguments: [node.id] } : undefined;
}
