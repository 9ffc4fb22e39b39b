import { Outlet } from 'react-router';
import { requireUserId } from '../lib/session.server';

export async function loader({ request }) {
  return { userId: await requireUserId(request) };
}

export default function Admin() {
  return <Outlet />;
}
