import * as vscode from 'vscode';
import type { RouteRow } from '../../engine/api';
import { commandIds, setContext, viewIds } from '../contributions';
import type { Host } from '../host';
import type { Scanner } from '../scanner';
import { changedNodes, nodesById, parentsById } from '../trees';
import { buildEndpoints, isShown, type EndpointFilter, type EndpointNode, type FolderEndpoints } from './model';
import { endpointId, endpointKey, verdictsOf } from './text';
import { endpointWords, filterWords } from './words';

/** The endpoints of the project in the side bar. The engine lists them only while somebody looks. */
export class EndpointsView implements vscode.TreeDataProvider<string>, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly tree: vscode.TreeView<string>;
  private readonly subscriptions: vscode.Disposable[];
  private roots: EndpointNode[] = [];
  private nodes = new Map<string, EndpointNode>();
  private parents = new Map<string, string>();
  /** Verdicts of each folder's endpoints when this window first listed them. */
  private readonly before = new Map<string, ReadonlyMap<string, string>>();
  private current: EndpointFilter = 'all';

  constructor(
    private readonly host: Host,
    private readonly scanner: Scanner,
  ) {
    this.tree = vscode.window.createTreeView(viewIds.endpoints, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.tree,
      this.changes,
      this.tree.onDidChangeVisibility(({ visible }) => host.watchRoutes('view', visible)),
      host.onRoutes(() => this.refresh()),
      scanner.onDidChange(() => this.showState()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
    ];
    host.watchRoutes('view', this.tree.visible);
  }

  get filter(): EndpointFilter {
    return this.current;
  }

  /** Shows other endpoints. */
  setFilter(filter: EndpointFilter): void {
    this.current = filter;
    this.refresh();
  }

  /** How many endpoints a filter would show. */
  count(filter: EndpointFilter): number {
    return this.folders().reduce((sum, { rows, before }) => sum + rows.filter((row) => isShown(row, filter, before)).length, 0);
  }

  /** The endpoints that are shown, in their order by file and line. */
  shownRows(): RouteRow[] {
    return this.folders().flatMap(({ rows, before }) => rows.filter((row) => isShown(row, this.current, before)));
  }

  /** The node that a command was called on. */
  node(id: string): EndpointNode | undefined {
    return this.nodes.get(id);
  }

  /** All nodes that are shown. */
  all(): EndpointNode[] {
    return [...this.nodes.values()];
  }

  /** Shows an endpoint, whatever the filter is. */
  async reveal(folder: string, row: RouteRow): Promise<void> {
    const id = endpointId(folder, row);
    if (!this.nodes.has(id)) this.setFilter('all');
    if (this.nodes.has(id)) await this.tree.reveal(id, { select: true, focus: true, expand: true });
  }

  getChildren(id?: string): string[] {
    // Somebody is looking: this is a reason to start.
    this.host.start();
    return (id === undefined ? this.roots : (this.nodes.get(id)?.children ?? [])).map((child) => child.id);
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
    item.tooltip = node.tooltip;
    item.iconPath = new vscode.ThemeIcon(
      node.icon.name,
      node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color),
    );
    item.contextValue = node.kind;
    item.accessibilityInformation = { label: node.spoken };
    if (node.target) item.command = { command: commandIds.openPlace, title: vscode.l10n.t('Open'), arguments: [node.id] };
    return item;
  }

  private folders(): FolderEndpoints[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => {
      const folder = uri.toString();
      const { routes } = this.host.results(folder);
      const rows = [...(routes?.values() ?? [])].flat();
      if (routes && !this.before.has(folder)) this.before.set(folder, new Map(rows.map((row) => [endpointKey(row), verdictsOf(row)])));
      return { folder, name, rows, before: this.before.get(folder) ?? new Map<string, string>() };
    });
  }

  private refresh(): void {
    const before = this.roots;
    const folders = this.folders();
    this.roots = buildEndpoints(folders, this.current, endpointWords());
    this.nodes = nodesById(this.roots);
    this.parents = parentsById(this.nodes);
    const changed = changedNodes(before, this.roots);
    if (changed === undefined) this.changes.fire(undefined);
    else if (changed.length > 0) this.changes.fire(changed);
    this.showState();
    const total = folders.reduce((sum, { rows }) => sum + rows.length, 0);
    setContext('hasNoEndpoints', total === 0 && folders.some(({ folder }) => this.host.results(folder).routes !== undefined));
    setContext('endpointsFilteredOut', total > 0 && this.roots.length === 0);
  }

  /** Says what is left out, and that more may come while the project is read. */
  private showState(): void {
    const { progress } = this.scanner;
    const { label, detail } = filterWords()[this.current];
    this.tree.description = this.current === 'all' ? '' : label;
    if (progress && progress.total > 0 && this.roots.length === 0)
      this.tree.message = vscode.l10n.t('Analysing {0} of {1} files', progress.done, progress.total);
    else
      this.tree.message =
        this.current === 'all' || this.roots.length === 0
          ? undefined
          : vscode.l10n.t('{0} of {1} endpoints. {2}', this.count(this.current), this.count('all'), detail);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
