import type { HealthProbe } from '../../model/configuration';
import { JsonPlaces } from '../../project/jsonPlaces';
import { folderOf, nameOf } from '../../project/paths';
import { readYaml, type YamlText } from '../../project/yamlTree';
import { placed, type ConfigKind, type Surroundings } from './configKind';

/** Where manifests of Kubernetes lie, and how they are called. */
const place =
  /(?:^|\/)(?:k8s|kubernetes|helm|charts?|manifests|deploy(?:ment)?|infra(?:structure)?)\/.*\.ya?ml$|(?:^|\/)(?:[\w.-]*[-_.])?(?:deployment|statefulset|daemonset|k8s|kubernetes)\.ya?ml$/i;
const elsewhere = /(?:^|\/)(?:\.github|\.devcontainer|examples?|tests?|docs|e2e|node_modules)\/|(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;
/** What keeps containers running. */
const workload = /^(?:Deployment|StatefulSet|DaemonSet|Pod)$/;
const telling = /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Pod)\b/m;

/**
 * Containers of manifests of Kubernetes that run an image of this project, and where they are asked whether they are well or
 * ready. https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export const clusterFiles: ConfigKind = {
  covers: (file) => place.test(file) && !elsewhere.test(file),
  facts(file, text, around) {
    if (!telling.test(text) || !text.includes('httpGet')) return [];
    const starts = [...text.matchAll(/^---/gm)].map(({ index }) => index);
    const documentOf = ({ span }: YamlText): number => starts.filter((start) => start < span.start).length;
    const texts = readYaml(text) ?? [];
    const probes: HealthProbe[] = [];
    for (const found of texts) {
      const at = found.path.indexOf('containers');
      const [probe, http, key] = found.path.slice(at + 2);
      if (at === -1 || !/^(?:liveness|readiness|startup)Probe$/.test(String(probe)) || http !== 'httpGet' || key !== 'path') continue;
      const here = texts.filter((other) => documentOf(other) === documentOf(found));
      const value = (...path: (string | number)[]): string | undefined =>
        here.find((other) => other.path.length === path.length && other.path.every((part, index) => part === path[index]))?.value;
      const container = found.path.slice(0, at + 2);
      const image = value(...container, 'image');
      if (!workload.test(value('kind') ?? '') || !/^\/[\w./-]*$/.test(found.value) || image === undefined) continue;
      if (!isOwn(image, value(...container, 'name'), around)) continue;
      const by = `${String(probe)} of ${value('metadata', 'name') ?? nameOf(file)}`;
      probes.push({ ...placed(file, found.span, by), kind: 'healthProbe', path: found.value, by });
    }
    return probes;
  },
};

/** Is an image, or the container that runs it, called after a package of this project? Others may be written in whatever language. */
function isOwn(image: string, container: string | undefined, around: Surroundings): boolean {
  const name = image
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
    .split('/')
    .at(-1)!;
  const asked = new Set([name, container].map((each) => each?.toLowerCase()));
  return around.files.some((file) => {
    if (nameOf(file) !== 'package.json') return false;
    const written = new JsonPlaces(around.text(file) ?? '').members().find(({ name: key }) => key === 'name')?.value;
    const own = typeof written === 'string' ? written.split('/').at(-1)!.toLowerCase() : undefined;
    const folder = folderOf(file).split('/').at(-1)!.toLowerCase();
    return (own !== undefined && asked.has(own)) || (folder !== '' && asked.has(folder));
  });
}
