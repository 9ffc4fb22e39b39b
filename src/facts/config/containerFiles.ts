import { readDockerfile } from '../../project/dockerfile';
import { folderOf, nameOf } from '../../project/paths';
import type { ConfigKind } from './configKind';
import { imageOf } from './containerImage';
import { probesOfImage } from './healthProbes';
import { pushesIn } from './schemaPushes';

/** Images for work at a desk and for tests. */
const elsewhere =
  /(?:^|\/)(?:\.devcontainer|\.cursor|dev|examples?|tests?|docs|e2e)\/|[.-](?:dev|development|test|local|e2e|ci|playwright)\b|(?:dev|test|playwright)\.Dockerfile$/i;

/** Files that images are made with: what they run when they are built and when they start. */
export const containerFiles: ConfigKind = {
  covers: (file) =>
    /^(?:.*\.)?(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$/i.test(nameOf(file)) && !/\.(?:dockerignore|tmpl|md)$/i.test(file),
  facts(file, text, around) {
    if (elsewhere.test(file)) return [];
    const instructions = readDockerfile(text);
    const commands = instructions.filter(({ keyword }) => keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT');
    const image = imageOf(file, text, instructions, around);
    const pushes = commands.flatMap(({ keyword, command, span, at }) =>
      pushesIn(file, command, folderOf(file), around, 'image', keyword, span, at),
    );
    return [...(image ? [image] : []), ...pushes, ...probesOfImage(file, instructions)];
  },
};
