import * as vscode from 'vscode';
import type { RouteRow } from '../../engine/api';
import { viewIds } from '../contributions';
import { endpointFilters, type EndpointFilter } from '../endpointsView/model';
import { filterWords } from '../endpointsView/words';
import type { Parts } from '../parts';

/** Chooses which endpoints the view shows. `filter` skips the question. */
export async function filterEndpoints({ endpoints }: Parts, filter?: EndpointFilter): Promise<void> {
  const chosen = filter !== undefined && endpointFilters.includes(filter) ? filter : await askFilter(endpoints);
  if (chosen !== undefined) endpoints.setFilter(chosen);
}

async function askFilter(endpoints: Parts['endpoints']): Promise<EndpointFilter | undefined> {
  const words = filterWords();
  const picks = endpointFilters.map((filter) => ({
    ...words[filter],
    description: endpoints.filter === filter ? vscode.l10n.t('{0}, shown now', endpoints.count(filter)) : String(endpoints.count(filter)),
    filter,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Filter Endpoints'),
    placeHolder: vscode.l10n.t('Which endpoints should be shown?'),
  });
  return picked?.filter;
}

/** Copies the endpoints that are shown as a Markdown table; gives the text. */
export async function copyEndpoints({ endpoints }: Parts): Promise<string> {
  const rows = endpoints.shownRows();
  const { renderRoutesMarkdown } = await import('../late');
  const text = renderRoutesMarkdown(rows);
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(
    rows.length === 1 ? vscode.l10n.t('1 endpoint copied as Markdown.') : vscode.l10n.t('{0} endpoints copied as Markdown.', rows.length),
    5_000,
  );
  return text;
}

/** Opens the view and shows an endpoint in it. */
export async function revealEndpoint({ endpoints }: Parts, folder: string, row: RouteRow): Promise<void> {
  await vscode.commands.executeCommand(`${viewIds.endpoints}.focus`);
  await endpoints.reveal(folder, row);
}
