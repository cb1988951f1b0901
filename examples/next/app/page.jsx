import { Demo } from './demo';

export default function Page() {
  return (
    <main>
      <h1>Kings and queens</h1>
      <p>Every word becomes a list of numbers, trained in this page.</p>
      <Demo />
    </main>
  );
}
