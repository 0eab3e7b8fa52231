import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/content-security-policy';
import { expired, isFormWithoutScript, sessionEnded } from './lib/expired';
import { isForeign, refuseForeign } from './lib/foreign';

const OPEN = /^\/($|sign-in|password\/|invitations\/|consent\/|survey\/|team-survey\/|team-lists\/)/;
/** Open to everybody while the administrators say so; the pages ask. */
const PERHAPS_OPEN = /^\/measures(\/|$)/;

/** Tells the pages their address, guards them, and, as a convenience, sends people without a session to the sign-in. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isForeign(request)) return refuseForeign();
  const { pathname, search } = request.nextUrl;
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const closed = !OPEN.test(pathname) && !PERHAPS_OPEN.test(pathname);
  if (reading && closed && !request.cookies.has('musubi_session')) {
    const signIn = request.nextUrl.clone();
    signIn.pathname = '/sign-in';
    signIn.search = `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(signIn);
  }
  if (!OPEN.test(pathname) && isFormWithoutScript(request) && (await sessionEnded(request)))
    return expired(await request.formData(), pathname + search);
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set('x-musubi-address', pathname + search);
  headers.set('content-security-policy', policy); // Next takes the nonce for its own scripts from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

export const config = { matcher: '/((?!_next/|api/|icon.svg|teams/note-worker.js).*)' };
