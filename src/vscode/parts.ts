import type * as vscode from 'vscode';
import type { Diagnostics } from './diagnostics';
import type { Documents } from './documents';
import type { EndpointsView } from './endpointsView/view';
import type { FileEvents } from './fileEvents';
import type { Host } from './host';
import type { Places } from './places';
import type { ReadinessFiles } from './readinessFiles';
import type { ReadinessView } from './readinessView/view';
import type { RulePages } from './rulePages';
import type { Scanner } from './scanner';

/** What commands work with. */
export interface Parts {
  log: vscode.LogOutputChannel;
  places: Places;
  host: Host;
  documents: Documents;
  diagnostics: Diagnostics;
  scanner: Scanner;
  pages: RulePages;
  events: FileEvents;
  readiness: ReadinessFiles;
  view: ReadinessView;
  endpoints: EndpointsView;
}
