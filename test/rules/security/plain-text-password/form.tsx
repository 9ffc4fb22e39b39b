// packages: react@19.0.0
export function Form({ user, password }: { user: { password: string }; password: string }) {
  const isSame = user.password === password; // ok: plain-text-password
  return <p>{isSame ? 'The same' : 'Another one'}</p>;
}
