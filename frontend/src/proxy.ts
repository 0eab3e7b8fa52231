import { type NextRequest, NextResponse } from 'next/server';

const OPEN = /^\/($|sign-in|password\/|invitations\/|survey\/)/;

/** A convenience: people without a session go straight to the sign-in. The API decides. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!request.cookies.has('musubi_session') && !OPEN.test(pathname)) {
    const signIn = request.nextUrl.clone();
    signIn.pathname = '/sign-in';
    signIn.search = `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(signIn);
  }
  const headers = new Headers(request.headers);
  headers.set('x-musubi-address', pathname + search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Only pages: a form keeps what was typed even when the session has ended, and uploads are not copied.
  matcher: [{ source: '/((?!_next|api|icon).*)', missing: [{ type: 'header', key: 'content-type' }] }],
};
