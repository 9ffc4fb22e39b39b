import assert from 'node:assert/strict';
import { isRandom, looksChosen, namesSecret, shapeOf } from '../../../src/facts/secretShapes';

describe('shapes of credentials', () => {
  it('knows keys of providers inside longer texts', () => {
    assert.equal(shapeOf('Bearer sk-proj-q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1')?.provider, 'openai');
    assert.equal(shapeOf('https://hooks.slack.com/services/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')?.provider, 'slack-webhook');
    assert.equal(shapeOf('mongodb+srv://app:q8ZtR3wLkV5n@cluster0.abcde.mongodb.net/app')?.provider, 'mongodb-url');
  });
  it('tells test keys from live ones', () => {
    assert.equal(shapeOf('sk_test_51HqInventedKeyForTheFixture7Qw3Zt')?.sandbox, true);
    assert.equal(shapeOf('sk_live_51HqInventedKeyForTheFixture7Qw3Zt')?.sandbox, false);
  });
  it('reads whose a Supabase key is', () => {
    const key = (role: string) =>
      `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify({ iss: 'supabase', role })).toString('base64url')}.q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1`;
    assert.equal(shapeOf(key('service_role'))?.provider, 'supabase-service-role');
    assert.equal(shapeOf(key('anon')), undefined);
    assert.equal(shapeOf('eyJhbGciOiJIUzI1NiJ9.eyJub3QgSlNPTg.q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1'), undefined);
  });
  it('leaves placeholders, beginnings and local addresses alone', () => {
    for (const text of [
      'sk_live_...',
      'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx',
      'AKIAIOSFODNN7EXAMPLE',
      'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'postgres://user:password@host:5432/db',
      'postgresql://app:q8ZtR3wLkV5n@localhost/app',
      'redis://:${}@cache.acme.io',
      '-----BEGIN PRIVATE KEY-----',
      'pk_live_51HqInventedKeyForTheFixture7Qw3Zt',
    ]) {
      assert.equal(shapeOf(text), undefined, text);
    }
  });
});

describe('names and values of credentials', () => {
  it('knows names that say so, at their end', () => {
    for (const name of ['password', 'dbPassword', 'JWT_SECRET', 'apiKey', 'OPENAI_API_KEY', 'clientSecret', 'auth-token', 'mockingSecret'])
      assert.ok(namesSecret(name), name);
    for (const name of [
      'passwordLabel',
      'publishableKey',
      'vapidPublicKey',
      'PUBLIC_API_KEY',
      'secretary',
      'resetPassword',
      'tokenType',
      'monkey',
      'googleMapsApiKey',
      'mockSecretKey',
      'SAMPLE_API_KEY',
    ])
      assert.ok(!namesSecret(name), name);
  });
  it('tells made values from words', () => {
    for (const value of ['Wint3rMail!', 'q8ZtR3wLkV5nXeJm7Yd2Hc']) assert.ok(looksChosen(value), value);
    for (const value of [
      'label.password2',
      'API_KEY_2',
      'OAUTH2_CLIENT_SECRET',
      'your-secret-1',
      'Password',
      'two words 22',
      '/reset/password1',
      'test-api-key-1',
      '$2a$10$8Hx9R8Z7s6D5F4G3H2J1K0',
      '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$Zm9vYmFyMTIz',
      '新しい2FA設定を作成する前にパスワードを確認してください。',
    ])
      assert.ok(!looksChosen(value), value);
  });
  it('calls only long mixed values random', () => {
    assert.ok(isRandom('q8ZtR3wLkV5nXeJm7Yd2Hc'));
    assert.ok(!isRandom('Wint3rMail!'));
    assert.ok(!isRandom('my-super-secret-key-2024'));
  });
});
