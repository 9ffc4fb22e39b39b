/** One command of a line of a shell. Offsets are 0-based and those of the text it was cut from. */
export interface ShellCommand {
  text: string;
  start: number;
  end: number;
  /** What stands between it and the command before: it runs always, after success, or after failure. */
  after: '' | ';' | '&&' | '||' | '|' | '&';
}

/** Cuts a line of a shell into its commands: at operators and line ends outside of quotes. Comments are left out. */
export function shellCommands(text: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let start = 0;
  let after: ShellCommand['after'] = '';
  const close = (end: number): void => {
    const piece = text.slice(start, end);
    const body = piece
      .trim()
      .replace(/^[({]\s*/, '')
      .replace(/\s*[)}]$/, '');
    if (body === '') return;
    const at = start + piece.indexOf(body);
    commands.push({ text: body, start: at, end: at + body.length, after });
  };
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if (character === '\\') at++;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && (at === start || /\s/.test(text[at - 1]!))) {
      close(at);
      while (at + 1 < text.length && text[at + 1] !== '\n') at++;
      start = at + 1;
      after = ';';
    } else if (/[;&|\n]/.test(character) && !isRedirect(text, at)) {
      close(at);
      const isDouble = (character === '&' || character === '|') && text[at + 1] === character;
      after = character === '\n' ? ';' : isDouble ? (`${character}${character}` as '&&' | '||') : (character as ';' | '&' | '|');
      if (isDouble) at++;
      start = at + 1;
    }
  }
  close(text.length);
  return commands;
}

/** `2>&1`, `&>file`: an ampersand that joins nothing. */
function isRedirect(text: string, at: number): boolean {
  return text[at] === '&' && (text[at - 1] === '>' || text[at + 1] === '>');
}

const runner =
  /^(?:(?:npx|bunx|pnpx|yarn\s+dlx|pnpm\s+(?:dlx|exec)|npm\s+exec(?:\s+--)?|bun\s+x|yarn\s+run|bun\s+run|yarn|pnpm|bun)\s+(?:(?:--?[\w-]+(?:=\S+)?)\s+)*|(?:dotenv(?:-flow)?(?:\s+(?:-[ecvo]\s+\S+|--[\w-]+(?:=\S+)?))*\s+--|cross-env|env|sudo|time|exec|command)\s+|(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"']*))\s+|(?:\.\/)?node_modules\/\.bin\/)/;

/** The command without settings of the environment and runners in front: `NODE_ENV=x npx prisma@6 db push` is `prisma db push`. */
export function bareCommand(text: string): string {
  let rest = text.trim();
  for (let match = runner.exec(rest); match && match[0].length < rest.length; match = runner.exec(rest)) rest = rest.slice(match[0].length);
  return rest.replace(/^((?:@[\w.-]+\/)?[\w.-]+)@[\w.^~-]+/, '$1');
}

const managerOptions = String.raw`(?:\s+(?:-w|-r|(?:--?(?:filter|workspace|prefix|cwd|dir|C|F)(?:=|\s+)\S+)|--?[\w-]+(?:=\S+)?|workspace\s+\S+))*`;
const manager = new RegExp(String.raw`^(?:npm|pnpm|yarn|bun)${managerOptions}\s+(?:(run|run-script)${managerOptions}\s+)?([\w:.-]+)`);

/**
 * Scripts of package.json files that a command runs: `npm run build`, `yarn build`, `pnpm --filter web build`, `turbo run
 * lint test`, with options in front of the names as well, `run-p lint test`. `scripts` are the names that there are.
 */
export function calledScripts(text: string, scripts: ReadonlySet<string>): string[] {
  const rest = text.trim().replace(/^(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+)+/, '');
  const words = (list: string): string[] => list.split(/[\s,]+/).filter((word) => /^[\w:.-]+$/.test(word) && !word.startsWith('-'));
  const spread =
    /^(?:turbo|lerna)(?:\s+--?[\w-]+(?:=\S+)?)*(?:\s+run(?:\s+--?[\w-]+(?:=\S+)?)*)?\s+([^-].*)$|^nx\s+(?:run-many|affected)\s+(?:-t|--targets?)[=\s]([\w:.,\s-]+)|^(?:run-[ps]|npm-run-all)\s+(.*)$/.exec(
      bareCommand(rest),
    );
  if (spread) return words((spread[1] ?? spread[2] ?? spread[3] ?? '').split(/\s--?/)[0]!.replace(/^run\s+/, ''));
  const called = manager.exec(rest);
  const name = called?.[2];
  if (name === undefined) return [];
  if (called![1] !== undefined) return [name];
  if (name === 't' || name === 'tst') return ['test'];
  if (name === 'test' || name === 'start') return [name];
  // Without `run`, npm knows its own commands alone; the others take names of scripts.
  return !rest.startsWith('npm') && scripts.has(name) ? [name] : [];
}
