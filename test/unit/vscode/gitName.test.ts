import assert from 'node:assert/strict';
import { userNameIn } from '../../../src/vscode/gitName';

describe('The name in a git configuration', () => {
  it('is that of the user section, the last one', () => {
    assert.equal(userNameIn('[core]\n\tname = no\n[user]\n\temail = a@b.c\n\tname = Ann Lee\n[remote "origin"]\n\tname = no\n'), 'Ann Lee');
    assert.equal(userNameIn('[user]\nname = Ann\n[user]\r\nname = Bo\r\n'), 'Bo');
  });

  it('is read with quotes, comments and escapes as git does', () => {
    assert.equal(userNameIn('[user] name = "Ann # Lee" ; the boss'), 'Ann # Lee');
    assert.equal(userNameIn('[User]\n  Name = Ann \\"A\\" Lee # comment'), 'Ann "A" Lee');
  });

  it('is unknown where there is none', () => {
    assert.equal(userNameIn(''), undefined);
    assert.equal(userNameIn('[user]\n\tname =\n'), undefined);
    assert.equal(userNameIn('[user "work"]\n\tname = Ann\n'), undefined);
  });
});
