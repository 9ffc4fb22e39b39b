import { installAsLocked, runUnprivileged } from '../../fixes/containers';
import { defineRule } from '../../model/meta';

/** An image that gives away more than it has to, or is another one each time it is built. */
export default defineRule({
  id: 'container-hygiene',
  dimension: 'operational-readiness',
  title: 'Image with loose ends',
  severity: 'warning',
  confidence: 'high',
  fixKinds: ['suggestion'],
  cwe: [250, 538, 1104],
  owasp: ['ASVS 13.3.1', 'A02'],
  since: '0.1.0',
  maturity: 'stable',
  messages: {
    root: 'The process runs as root: whoever breaks into it owns the container, and has less far to go to the machine.',
    floating: '{{name}} is another image tomorrow: a build that worked today may not, and nobody changed anything.',
    loose: '{{label}} may install other versions than the lockfile says: {{instead}} installs those and nothing else.',
    literal: '{{name}} is written into the image with its value: whoever can pull the image has it.',
    argument: '{{name}} is handed in as an argument of the build, which stays in the history of the image.',
    context:
      'All of the folder is copied into the image and there is no .dockerignore: .env files, the history and local builds go with it.',
  },
  needs: ['containerImage'],
  containerImage(image, context) {
    const { asRoot, floating, loose, secrets, copiesAll } = image;
    if (asRoot === 'present') context.report(image, { message: 'root', fixes: runUnprivileged(image) });
    else if (asRoot === 'absent') context.evidence(image, 'The process runs without the rights of root.');
    else context.unknown(image, 'whether the process runs as root depends on its base or on what it is started with');
    for (const { name, span } of floating) context.report(image, { message: 'floating', data: { name }, span, severity: 'info' });
    for (const { label, span, instead } of loose)
      context.report(image, { message: 'loose', data: { label, instead }, span, fixes: installAsLocked(image.file, span, instead) });
    for (const { name, span, literal } of secrets)
      context.report(image, {
        message: literal ? 'literal' : 'argument',
        data: { name },
        span,
        ...(literal ? { severity: 'error' as const } : { confidence: 'medium' as const }),
      });
    if (copiesAll) context.report(image, { message: 'context', span: copiesAll });
  },
});
