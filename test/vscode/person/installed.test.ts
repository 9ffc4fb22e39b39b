import assert from 'node:assert/strict';
import { openWorkbench, uninstall, type Workbench } from '../../harness/editorWorkbench';

describe('The installed extension', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ fixture: 'test/vscode/fixtures/workspace' });
  });

  after(async () => {
    await workbench?.close();
    await uninstall();
  });

  it('is listed among the installed extensions', async () => {
    await workbench.runCommand('Extensions: Show Installed Extensions');
    await workbench.page.locator('.extensions-list .monaco-list-row').filter({ hasText: 'Production Gap' }).first().waitFor({ timeout: 30_000 });
  });

  it('marks a gap in a file that is opened, in a light and in a dark theme', async () => {
    await workbench.openFile('server.ts');
    await workbench.goToLine(17);
    assert.match(await workbench.visibleText(), /app\.listen\(3000\)/);
    await workbench.waitForSquiggle();
    await workbench.screenshot('squiggle-light');
    await workbench.setTheme('dark');
    await workbench.screenshot('squiggle-dark');
  });
});
