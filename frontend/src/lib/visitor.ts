import { cookies, headers } from 'next/headers';

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'user-agent'];

/** What the API must know of the browser behind this request: its session and its address. */
export async function visitorHeaders(): Promise<Headers> {
  const incoming = await headers();
  const outgoing = new Headers({ accept: 'application/json', cookie: (await cookies()).toString() });
  for (const name of FORWARDED) {
    const value = incoming.get(name);
    if (value) outgoing.set(name, value);
  }
  return outgoing;
}

/** Path and query of the page being shown, written down by proxy.ts. */
export async function currentAddress(): Promise<string> {
  return (await headers()).get('x-musubi-address') ?? '/';
}

/** Whether the browser brings a session; the API says whether it is still good. */
export const hasSession = async (): Promise<boolean> => (await cookies()).has('musubi_session');
