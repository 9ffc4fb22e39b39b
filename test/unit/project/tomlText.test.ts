import { strict as assert } from 'node:assert';
import { readToml } from '../../../src/project/tomlText';

describe('Texts of TOML', () => {
  it('are told with their tables and places', () => {
    const text =
      'app = "shop" # its name\n\n[[services]]\r\n  [[services.http_checks]]\n    path = \'/a\'\n    port = 80\n[ checks . "own" ]\n"path" = "/b"\n';
    assert.deepEqual(
      readToml(text).map(({ table, nth, key, value, span }) => [table, nth, key, value, text.slice(span.start, span.end)]),
      [
        ['', 0, 'app', 'shop', 'app = "shop"'],
        ['services.http_checks', 2, 'path', '/a', "path = '/a'"],
        ['checks.own', 3, 'path', '/b', '"path" = "/b"'],
      ],
    );
  });

  it('of several lines are passed over, with what looks like tables in them', () => {
    assert.deepEqual(
      readToml('note = """\n[checks]\npath = "/a"\n"""\nkey = "b"\n').map(({ table, key }) => [table, key]),
      [['', 'key']],
    );
    assert.deepEqual(readToml('note = """unclosed\npath = "/a"\n'), []);
    assert.deepEqual(readToml('# path = "/a"\n[half\npath = "'), []);
  });
});
