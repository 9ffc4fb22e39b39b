// packages: react@19.0.0
export function Invite({ onDone }: { onDone: (password: string) => void }) {
  const suggest = () => {
    const password = Math.random().toString(36).slice(2); // ok: insecure-randomness
    onDone(password);
  };
  return <button onClick={suggest}>Suggest a password</button>;
}
