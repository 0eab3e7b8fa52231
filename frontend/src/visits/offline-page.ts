/** Lets the worker keep this page on the device. @returns whether it can be opened without a line from now on */
export async function keepPage(path: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register('/teams/note-worker.js', { scope: path });
  await navigator.storage?.persist?.();
  const registration = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise<boolean>((resolve) => {
    port1.onmessage = () => resolve(true);
  });
  registration.active?.postMessage({ assets: assets() }, [port2]);
  return kept;
}

/** What the page is made of, as paths. */
function assets(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const named = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href);
  return [...new Set([...loaded, ...named, ...styles].map((address) => new URL(address).pathname))];
}

/** After the sign-out nothing of the page stays; what was not sent yet stays for its writer alone. */
export async function forgetPages(): Promise<void> {
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) if (name.startsWith('visit-notes ')) await caches.delete(name);
}
