// file: pages/run.tsx
// packages: next@15.0.0, react@19.0.0
import { useRouter } from 'next/router';

export default function Run() {
  const router = useRouter();
  const leave = () => router.push(router.query.returnTo as string); // expect: open-redirect
  const close = () => router.replace({ pathname: router.pathname, query: { ...router.query, run: undefined } }); // ok: open-redirect
  const open = () => router.push(hrefOf(router.query.project as string)); // ok: open-redirect
  return <button onClick={leave} onDoubleClick={close} onFocus={open} />;
}

function hrefOf(project: string) {
  return `/projects/${project}`;
}
