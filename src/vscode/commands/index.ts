import * as vscode from 'vscode';
import type { RouteRow } from '../../engine/api';
import type { DeclareTarget, SuppressTarget } from '../codeActions';
import { registerCommands } from '../contributions';
import type { EndpointFilter } from '../endpointsView/model';
import type { Parts } from '../parts';
import { orSay } from './ask';
import { copyDiagnostics } from './copyDiagnostics';
import { declare } from './declare';
import { copyEndpoints, filterEndpoints, revealEndpoint } from './endpoints';
import { hardenHandler, tellSkipped } from './hardenHandler';
import { openConfiguration } from './openConfiguration';
import { openPlace } from './openPlace';
import { openRulePage } from './openRulePage';
import { addNote, declareNotApplicable, recordAcceptedRisk, toggleTick, withdraw, type RiskAnswers } from './statements';
import { suppressFinding } from './suppressFinding';
import { waiveFinding, type FindingTarget } from './waiveFinding';

/** Registers all commands. Those that ask something take the answers as further arguments too. */
export function registerAll(parts: Parts, version: string): vscode.Disposable[] {
  return registerCommands({
    restartEngine: () => parts.host.restart(),
    analyseWorkspace: () =>
      orSay(parts.log, async () => {
        await parts.host.running();
        parts.documents.sendAll(true);
        await parts.scanner.scan();
      }),
    cancelAnalysis: () => parts.scanner.cancel(),
    showLog: () => parts.log.show(),
    copyDiagnostics: () => copyDiagnostics(parts, version),
    hardenHandler,
    openRulePage: (rule?: string) => openRulePage(parts, rule),
    openConfiguration: () => openConfiguration(parts),
    tellSkipped: (skipped: { step: string; reason: string }[]) => tellSkipped(parts, skipped),
    suppressFinding: (target: SuppressTarget, reason?: string) => suppressFinding(parts, target, reason),
    waiveFinding: (target: FindingTarget | string, answers?: Parameters<typeof waiveFinding>[2]) =>
      waiveFinding(parts, typeof target === 'string' ? parts.view.findingOf(target) : target, answers),
    toggleTick: (id?: string) => toggleTick(parts, id),
    addNote: (id?: string, note?: string) => addNote(parts, id, note),
    markNotApplicable: (id?: string, reason?: string) => declareNotApplicable(parts, id, reason),
    acceptRisk: (id?: string, answers?: RiskAnswers) => recordAcceptedRisk(parts, id, answers),
    withdrawStatement: (id?: string) => withdraw(parts, id),
    openPlace: (id: string) => openPlace(parts, id),
    filterEndpoints: (filter?: EndpointFilter) => filterEndpoints(parts, filter),
    copyEndpoints: () => copyEndpoints(parts),
    revealEndpoint: (folder: string, row: RouteRow) => revealEndpoint(parts, folder, row),
    declare: (target: DeclareTarget, reason?: string) => declare(parts, target, reason),
  });
}
