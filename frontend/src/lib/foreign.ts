import { type NextRequest, NextResponse } from 'next/server';

/** A form that another site sends with our cookie. Browsers name the site a form is on. */
export function isForeign({ method, headers }: NextRequest): boolean {
  const origin = headers.get('origin');
  if (method !== 'POST' || origin === null) return false;
  const ours = headers.get('x-forwarded-host') ?? headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== ours;
}

export const refuseForeign = (): NextResponse =>
  new NextResponse('他のサイトから送られた内容は受け付けられません。', {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
