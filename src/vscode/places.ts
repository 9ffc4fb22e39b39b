import * as vscode from 'vscode';

/** A file as the engine names it: a session, and a path in it with forward slashes. */
export interface Place {
  /** Address of the workspace folder, or `looseFolder`. */
  folder: string;
  file: string;
}

/** Session of documents that are in no workspace folder; they are judged by their own text alone. */
export const looseFolder = 'loose';

const scripts: Record<string, string> = { typescript: 'ts', typescriptreact: 'tsx', javascript: 'js', javascriptreact: 'jsx' };

/** Language ids of the files that rules judge. */
export const scriptLanguages: readonly string[] = Object.keys(scripts);

/** Other files whose unsaved text counts: they hold configuration, schemas and migrations. */
const otherFiles =
  /(?:^|\/)(?:(?:package|tsconfig[^/]*|vercel|railway|firebase)\.json|[^/]+\.(?:sql|prisma|rules|ya?ml|toml)|\.env[^/]*|\.gitignore|(?:[^/]+\.)?(?:docker|container)file(?:\.[\w-]+)?|jenkinsfile|procfile|\.production-gap\/config\.json)$/i;

/** Schemes of documents outside of workspace folders that people write in; others show an old state of a file, a log and the like. */
const writtenSchemes = new Set(['file', 'untitled']);

/** Turns addresses of the editor into the engine's names and back. */
export class Places {
  private readonly loose = new Map<string, vscode.Uri>();

  /** Name of a document, or undefined when it is none of ours. */
  ofDocument(document: vscode.TextDocument): Place | undefined {
    const inFolder = this.of(document.uri);
    const extension = scripts[document.languageId];
    if (inFolder) return extension !== undefined || otherFiles.test(inFolder.file) ? inFolder : undefined;
    if (extension === undefined || !writtenSchemes.has(document.uri.scheme)) return undefined;
    const name = document.uri.path.replace(/^\/+/, '');
    const file = /\.[cm]?[jt]sx?$/i.test(name) ? name : `${name}.${extension}`;
    this.loose.set(file, document.uri);
    return { folder: looseFolder, file };
  }

  /** Name of a file inside the workspace. */
  of(uri: vscode.Uri): Place | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return undefined;
    const base = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
    return uri.path.startsWith(base) ? { folder: folder.uri.toString(), file: uri.path.slice(base.length) } : undefined;
  }

  /**
   * Address of a file that the engine named. Undefined when the folder is closed, and when the file lies in a workspace
   * folder inside that folder, which has a session of its own.
   */
  uri({ folder, file }: Place): vscode.Uri | undefined {
    if (folder === looseFolder) return this.loose.get(file);
    const root = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder);
    if (!root) return undefined;
    const uri = vscode.Uri.joinPath(root.uri, file);
    return vscode.workspace.getWorkspaceFolder(uri) === root ? uri : undefined;
  }
}

/** Range of the editor for lines and columns that count from 1. */
export function rangeOf(place: { line: number; column: number; endLine: number; endColumn: number }): vscode.Range {
  return new vscode.Range(place.line - 1, place.column - 1, place.endLine - 1, place.endColumn - 1);
}
