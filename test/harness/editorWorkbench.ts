import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { _electron, chromium, type Locator, type Page } from 'playwright-core';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { browserFlags, findBrowser } from '../../src/build/editor/browser';
import { desktopEditor } from '../../src/build/editor/desktop';
import { writeUserSettings } from '../../src/build/editor/profile';
import { installExtension, startServer } from '../../src/build/editor/server';

/**
 * VS Code as a person sees it: the packaged extension installed, a window, a keyboard and a mouse. What is not on the
 * screen can't be asked for.
 */

/** Waiting for something on the screen, in milliseconds; covers the first analysis on a slow machine. */
const patience = 30_000;

const windowSize = { width: 1280, height: 800 };

/** The colour themes that screenshots are taken in. */
export const themes = { light: 'Light Modern', dark: 'Dark Modern', highContrast: 'Dark High Contrast' } as const;

/** Key of {@link themes}. */
export type Theme = keyof typeof themes;

/** What to open. */
export interface WorkbenchOptions {
  /** Folder of this repository; the window opens a copy of it. */
  fixture: string;
  theme?: Theme;
  settings?: Record<string, unknown>;
  /** Asks for trust and starts in Restricted Mode. */
  restricted?: boolean;
}

/** An application that shows one window. */
interface Shown {
  page: Page;
  close(): Promise<void>;
}

/** Where the VSIX is installed, and the VS Code it was installed for. */
interface Installed {
  desktop: string | undefined;
  extensions: string;
}

let installed: Promise<Installed> | undefined;

const open = new Set<Workbench>();

// What was on the screen when a test failed is worth more than its stack.
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  for (const workbench of open) await workbench.screenshot(`failed-${this.currentTest.fullTitle().replace(/\W+/g, '-').slice(0, 80)}`);
});

/** Removes what the tests of this process installed; call it when all of them are done. */
export async function uninstall(): Promise<void> {
  const done = await installed?.catch(() => undefined);
  installed = undefined;
  if (done) await removeFolder(path.dirname(done.extensions));
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** The VSIX to test: `PRODUCTION_GAP_VSIX`, or the one that `npm run package` left here. */
function packagedExtension(): string {
  const file = process.env.PRODUCTION_GAP_VSIX ?? readdirSync('.').find((name) => /^production-gap-.*\.vsix$/.test(name));
  assert.ok(file && existsSync(file), 'There is no VSIX to install; run `npm run package` first.');
  return path.resolve(file);
}

/** Installs the VSIX, once for all tests of this process. */
async function install(): Promise<Installed> {
  const vsix = packagedExtension();
  const desktop = await desktopEditor();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gap-'));
  const extensions = path.join(folder, 'extensions');
  if (desktop) {
    const [command = desktop, ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop, { reuseMachineInstall: true });
    const profile = [`--user-data-dir=${folder}`, `--extensions-dir=${extensions}`];
    await promisify(execFile)(command, [...args, ...profile, '--install-extension', vsix], { shell: process.platform === 'win32' });
  } else {
    await installExtension(vsix, { dataFolder: folder, extensionsFolder: extensions });
  }
  return { desktop, extensions };
}

/** Opens a copy of a fixture in VS Code with the packaged extension installed. Close it, also after a failed test. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  installed ??= install();
  const { desktop, extensions } = await installed;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gap-'));
  const workspace = path.join(folder, path.basename(options.fixture));
  const settings = { 'workbench.colorTheme': themes[options.theme ?? 'light'], ...options.settings };
  try {
    await cp(options.fixture, workspace, { recursive: true });
    const show = desktop ? showDesktop(desktop) : showServer;
    const shown = await show({ folder, extensions, workspace, settings, trust: !options.restricted });
    const workbench = new Workbench(shown, workspace, folder);
    open.add(workbench);
    try {
      await workbench.ready();
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
}

interface ShowOptions {
  /** Holds the profile; it is the window's own. */
  folder: string;
  extensions: string;
  workspace: string;
  settings: Record<string, unknown>;
  trust: boolean;
}

async function showServer({ folder, extensions, workspace, settings, trust }: ShowOptions): Promise<Shown> {
  await writeUserSettings(path.join(folder, 'data/User'), settings);
  const server = await startServer({ dataFolder: folder, extensionsFolder: extensions, workspaceTrust: !trust, endsWhenUnused: true });
  try {
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
    const page = await browser.newPage({ viewport: windowSize });
    await page.goto(server.address(workspace));
    const close = async () => {
      await browser.close();
      await server.stop();
    };
    return { page, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function showDesktop(executable: string) {
  return async ({ folder, extensions, workspace, settings, trust }: ShowOptions): Promise<Shown> => {
    await writeUserSettings(path.join(folder, 'User'), { ...settings, 'window.newWindowDimensions': 'default' });
    const flags = ['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'];
    if (trust) flags.push('--disable-workspace-trust');
    const application = await _electron.launch({
      executablePath: executable,
      args: [workspace, `--user-data-dir=${folder}`, `--extensions-dir=${extensions}`, ...flags],
    });
    return { page: await application.firstWindow(), close: () => application.close() };
  };
}

/** Whether something is on the screen within some milliseconds. */
function appears(what: Locator, within: number): Promise<boolean> {
  return what.waitFor({ timeout: within }).then(
    () => true,
    () => false,
  );
}

/** A window of VS Code, worked with keyboard and mouse. Lines are 1-based, as the editor shows them. */
export class Workbench {
  constructor(
    private readonly shown: Shown,
    /** The opened copy of the fixture. */
    readonly workspace: string,
    private readonly folder: string,
  ) {}

  /** The window's page, for what these methods don't cover. */
  get page(): Page {
    return this.shown.page;
  }

  /** Waits until the window has its activity bar and its status bar, which come last. */
  async ready(): Promise<void> {
    for (const part of ['activitybar .action-item', 'statusbar .statusbar-item']) {
      await this.page.locator(`.monaco-workbench .part.${part}`).first().waitFor({ timeout: 60_000 });
    }
  }

  /** Closes the window and removes its copy of the fixture. */
  async close(): Promise<void> {
    open.delete(this);
    await this.shown.close();
    await removeFolder(this.folder);
  }

  /** Loads the window anew, with a new extension host, as after closing and opening VS Code. */
  async reload(): Promise<void> {
    await this.page.evaluate('globalThis.isBeforeReload = true');
    await this.runCommand('Developer: Reload Window');
    await this.page.waitForFunction('!globalThis.isBeforeReload', undefined, { timeout: patience });
    await this.ready();
  }

  /** Opens a file by its name in Quick Open and waits for its text. */
  async openFile(file: string): Promise<void> {
    await this.pick('ControlOrMeta+P', file);
    const name = path.posix.basename(file);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor({ timeout: patience });
    await this.editor.locator('.view-line').first().waitFor({ timeout: patience });
  }

  /** Runs a command by its title in the Command Palette. */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', `>${title}`);
  }

  /** Presses a key until it shows something: one that is pressed while the focus is on its way somewhere is lost. */
  private async pressUntil(key: string, shown: Locator): Promise<void> {
    const end = Date.now() + patience;
    do await this.page.keyboard.press(key);
    while (!(await appears(shown, 3_000)) && Date.now() < end);
    assert.ok(await shown.isVisible(), `${key} shows nothing here.`);
  }

  /**
   * Opens Quick Open with a key (none when it is on its way), types into it and takes the first entry that contains the text. What is offered may still
   * grow while the window starts, and only typing makes it be looked up again; on a busy machine the input may close again
   * under the hand, when the focus that an earlier step asked for arrives late.
   */
  private async pick(key: string | undefined, text: string): Promise<void> {
    const input = this.quickInput();
    const wanted = text.replace(/^>/, '').split('/').pop() ?? text;
    const entry = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: wanted }).first();
    const end = Date.now() + patience;
    for (;;) {
      if (key !== undefined && !(await input.isVisible())) await this.pressUntil(key, input);
      const isOffered = await input.fill(text, { timeout: 3_000 }).then(
        () => appears(entry, 1_000),
        () => false,
      );
      if (
        isOffered &&
        (await entry.click({ timeout: 3_000 }).then(
          () => true,
          () => false,
        ))
      )
        return;
      assert.ok(Date.now() < end, `Quick Open offers no ${wanted}.`);
      if (await input.isVisible()) await input.fill(text.startsWith('>') ? '>' : '', { timeout: 3_000 }).catch(() => undefined);
    }
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]').first();
  }

  /** The text editor that has the focus, or had it last. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]').first();
  }

  /** Puts the cursor into a line and brings the line into view. */
  async goToLine(line: number, column = 1): Promise<void> {
    const input = this.quickInput();
    await this.pressUntil('Control+G', input);
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: patience });
    await this.page.locator('.monaco-editor.focused').first().waitFor({ timeout: patience });
  }

  /** Squiggles of the active editor, of one severity or of all. */
  squiggles(severity?: 'error' | 'warning' | 'info'): Locator {
    const severities = severity ? [severity] : ['error', 'warning', 'info'];
    return this.editor.locator(severities.map((name) => `.squiggly-${name}`).join(', '));
  }

  /** Waits for a squiggle, the first of the active editor. */
  async waitForSquiggle(severity?: 'error' | 'warning' | 'info'): Promise<Locator> {
    const squiggle = this.squiggles(severity).first();
    await squiggle.waitFor({ state: 'attached', timeout: patience });
    return squiggle;
  }

  /**
   * Rests the mouse on the squiggles of a line, one after another, until the hover that appears says what is expected; its
   * squiggle may come later than others. Throws with what was said instead.
   */
  async hover(line: number, expected: RegExp): Promise<Locator> {
    const hover = this.page
      .locator('.monaco-hover:not(.hidden)')
      .filter({ has: this.page.locator('.hover-row, .marker') })
      .first();
    const seen = new Set<string>();
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const { x, y } of await this.squigglesOn(line)) {
        await this.page.mouse.move(x, y - 40);
        await this.page.mouse.move(x, y, { steps: 4 });
        if (!(await appears(hover, 3_000))) continue;
        const text = await hover.innerText();
        if (expected.test(text)) return hover;
        seen.add(text);
      }
      await this.page.waitForTimeout(200);
    }
    throw new Error(`No hover on line ${line} says ${expected}; said were:\n${[...seen].join('\n') || 'nothing'}`);
  }

  /** Points inside the squiggles of a line that is in view. */
  private async squigglesOn(line: number): Promise<{ x: number; y: number }[]> {
    const row = await this.editor
      .locator('.line-numbers', { hasText: new RegExp(`^${line}$`) })
      .first()
      .boundingBox();
    // A squiggle that is drawn anew while it is looked at is there again the next time.
    const boxes = await Promise.all(
      (await this.squiggles().all()).map((squiggle) => squiggle.boundingBox({ timeout: 1_000 }).catch(() => null)),
    );
    return boxes
      .flatMap((box) => (box ? [{ x: box.x + Math.min(12, box.width / 2), y: box.y + box.height / 2 }] : []))
      .filter(({ y }) => row && Math.abs(y - (row.y + row.height / 2)) < row.height / 2);
  }

  /** Moves the mouse to where nothing reacts to it, and closes hovers and menus. */
  async rest(): Promise<void> {
    const statusBar = await this.page.locator('.part.statusbar').boundingBox();
    assert.ok(statusBar, 'The window has no status bar.');
    await this.page.mouse.move(statusBar.x + statusBar.width / 2, statusBar.y + statusBar.height / 2);
    await this.page.keyboard.press('Escape');
  }

  /** Opens the light bulb's menu at the cursor with the keyboard and returns the menu. */
  async openLightBulb(): Promise<Locator> {
    const menu = this.actionMenu();
    await this.pressUntil('ControlOrMeta+.', menu.locator('.monaco-list-row.action').first());
    return menu;
  }

  /** Chooses an entry of the open light bulb's menu, with the mouse. */
  async chooseAction(title: string | RegExp): Promise<void> {
    await this.actionMenu().locator('.monaco-list-row.action').filter({ hasText: title }).first().click();
    await this.actionMenu().waitFor({ state: 'hidden', timeout: patience });
  }

  private actionMenu(): Locator {
    return this.page.locator('.action-widget:not(.action-list-submenu-panel)').first();
  }

  /** Shows a view container by the title of its icon in the activity bar. */
  async openSidebar(title: string): Promise<Locator> {
    const icon = this.page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).first();
    const sidebar = this.page.locator('.part.sidebar');
    const heading = sidebar.locator('.composite.title').filter({ hasText: new RegExp(title, 'i') });
    const end = Date.now() + patience;
    // Clicking the icon of what is shown hides it.
    while (!(await appears(heading, 500))) {
      assert.ok(Date.now() < end, `The sidebar does not show ${title}.`);
      await icon.click({ timeout: patience });
      await appears(heading, 3_000);
    }
    return sidebar;
  }

  /** Rows of the trees in the sidebar that contain a text, or all. */
  rows(text?: string | RegExp): Locator {
    const rows = this.page.locator('.part.sidebar .monaco-list-row');
    return text === undefined ? rows : rows.filter({ hasText: text });
  }

  /** Opens a row of a tree in the sidebar, so that what is beneath it shows. */
  async expand(row: Locator): Promise<void> {
    await row.waitFor({ timeout: patience });
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
    await this.page.waitForFunction((element) => element?.getAttribute('aria-expanded') === 'true', await row.elementHandle(), {
      timeout: patience,
    });
  }

  /** The checkbox of a row of a tree. */
  checkbox(row: Locator): Locator {
    return row.locator('.custom-view-tree-node-item-checkbox');
  }

  /** The entry of the status bar that contains a text. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }).first();
  }

  /** Text of the active editor as it is on the screen: the lines in view, with plain spaces. */
  async visibleText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: Number.parseFloat((element as unknown as { style: { top: string } }).style.top),
          text: element.textContent ?? '',
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until the lines in view match a pattern. Throws with what they are when they don't in time. */
  async waitForText(pattern: RegExp): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const text = await this.visibleText();
      if (pattern.test(text)) return;
      assert.ok(Date.now() < end, `${pattern} is not in view:\n${text}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Switches the colour theme in the picker of themes. */
  async setTheme(theme: Theme): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.pick(undefined, themes[theme]);
    const classes = { light: 'vs', dark: 'vs-dark', highContrast: 'hc-black' };
    await this.page.locator(`.monaco-workbench.${classes[theme]}`).waitFor({ timeout: patience });
  }

  /** Saves what the window shows as `test-results/screenshots/NAME.png`. */
  async screenshot(name: string): Promise<void> {
    const folder = path.resolve('test-results/screenshots');
    await mkdir(folder, { recursive: true });
    // Colours and hovers fade in.
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}
