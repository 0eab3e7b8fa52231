import type { Problem } from '@musubi/backend/contract/problem';
import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { apiOrigin } from './config';
import { Refused, SignedOut } from './refused';
import { currentAddress, visitorHeaders } from './visitor';

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a FormData is sent as multipart (uploads). */
  body?: unknown;
}

/** The one door to the backend. `path` starts with a slash and stands below /api. */
export async function api<T = void>(path: string, request: Request = {}): Promise<T> {
  const response = await send(path, request);
  if (response.ok) return answer<T>(response);
  if (response.status === 401) return signIn(request.method);
  // What a page may not read is not there for it; a form hears why its wish was refused.
  if (response.status === 404 || (response.status === 403 && (request.method ?? 'GET') === 'GET')) notFound();
  throw await refusal(response);
}

/** The bare answer, for the few callers that look at its headers (cookies, files). */
export async function send(path: string, { method = 'GET', body }: Request = {}): Promise<Response> {
  const headers = await visitorHeaders();
  const multipart = body instanceof FormData;
  if (body !== undefined && !multipart) headers.set('content-type', 'application/json');
  return fetch(`${apiOrigin()}/api${path}`, {
    method,
    headers,
    body: multipart ? body : body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    redirect: 'manual',
  });
}

export async function refusal(response: Response): Promise<Error> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  if (response.status >= 500 || !isProblem) return new Error(`The API answered ${response.status} to ${response.url}`);
  return new Refused((await response.json()) as Problem);
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** A page sends people to the sign-in; a form must not, because that would lose what was typed. */
async function signIn(method = 'GET'): Promise<never> {
  if (method !== 'GET') throw new SignedOut();
  redirect(`/sign-in?next=${encodeURIComponent(await currentAddress())}` as Route);
}
