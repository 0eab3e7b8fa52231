import { cookies } from 'next/headers';

/** Hands the cookies that the API sets on to the browser. */
export async function passCookies(response: Response): Promise<void> {
  const jar = await cookies();
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', ...value] = pair.split('=');
    const given = new Map(attributes.map((attribute) => split(attribute)));
    const maxAge = given.get('max-age');
    const expires = given.get('expires');
    jar.set(name, decodeURIComponent(value.join('=')), {
      httpOnly: given.has('httponly'),
      secure: given.has('secure'),
      sameSite: given.get('samesite')?.toLowerCase() === 'strict' ? 'strict' : 'lax',
      path: given.get('path') ?? '/',
      ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
      ...(expires !== undefined && { expires: new Date(expires) }),
    });
  }
}

function split(attribute: string): [string, string] {
  const [name = '', ...value] = attribute.split('=');
  return [name.toLowerCase(), value.join('=')];
}
