import type { SecretLiteral } from '../../model/facts';
import { fileRole } from '../../project/classify';
import { isCredentialFile } from '../../project/filesOfInterest';
import { JsonPlaces } from '../../project/jsonPlaces';
import { nameOf } from '../../project/paths';
import { isRandom, looksChosen, namesSecret, shapeOf } from '../secretShapes';
import { placed, type ConfigKind } from './configKind';
import { isLeftOut } from './environmentFiles';

/** Keys of accounts of services, and settings of applications in JSON, where git has them: which values are credentials. */
export const credentialFiles: ConfigKind = {
  credentials: 'own',
  covers: isCredentialFile,
  facts(file, text, around) {
    const role = fileRole(`${file.slice(0, -nameOf(file).length)}index.ts`);
    if (role === 'test' || role === 'example' || role === 'generated' || isLeftOut(file, around)) return [];
    return new JsonPlaces(text).texts().flatMap(({ name, value, valueSpan }): SecretLiteral[] => {
      const shape = shapeOf(value);
      const isNamed = namesSecret(name) && looksChosen(value) && isRandom(value);
      if (!shape && !isNamed) return [];
      return [
        {
          ...placed(file, valueSpan, name),
          kind: 'secret',
          provider: shape?.provider ?? 'secret',
          masked: `${value.slice(0, 4)}… (${value.length} characters)`,
          certainty: shape ? 'shape' : 'name',
          name,
          sandbox: shape?.sandbox ?? false,
          ...(shape ? {} : { random: true }),
          inData: true,
        },
      ];
    });
  },
};
