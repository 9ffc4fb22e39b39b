import path from 'node:path';
import { build } from './bundles';
import { packageCommand, packageExtension } from './packages';
import { step } from './progress';
import { script } from './script';

script(async () => {
  await build('dist');
  const packed = [
    await step('Packaging the extension (VSIX)', packageExtension),
    await step('Packaging the command (npm)', packageCommand),
  ];
  for (const { path: file, bytes } of packed) console.log(`${path.relative('.', file)}  ${(bytes / 1e6).toFixed(2)} MB`);
  return 0;
});
