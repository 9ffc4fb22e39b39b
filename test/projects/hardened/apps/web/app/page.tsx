import { Storefront } from '@/components/storefront';

export default function Home() {
  return (
    <main>
      <h1>Made by hand, fired by us</h1>
      <Storefront />
    </main>
  );
}
