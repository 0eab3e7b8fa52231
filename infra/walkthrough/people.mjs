import { expect } from './report.mjs';

/** Somebody at a browser: signs in with a password, keeps the cookie, and speaks to the public API. */
export class Visitor {
  #cookie = '';

  constructor(base, email, password) {
    this.base = base;
    this.email = email;
    this.password = password;
  }

  get = (path) => this.#ok('GET', path);
  post = (path, body = {}) => this.#ok('POST', path, body);
  put = (path, body) => this.#ok('PUT', path, body);

  /** The answer as it is, refused or not. */
  async ask(method, path, body) {
    if (!this.#cookie) await this.#signIn();
    const response = await this.#send(method, path, body);
    if (response.status !== 401) return response;
    await this.#signIn(); // the session ran out while the clock was put forward
    return this.#send(method, path, body);
  }

  async refused(method, path, body, status) {
    const response = await this.ask(method, path, body);
    expect(response.status === status, `${method} ${path} should be refused with ${status}`, response.status);
    return response.json();
  }

  async #ok(method, path, body) {
    const response = await this.ask(method, path, body);
    const text = await response.text();
    expect(response.ok, `${this.email} ${method} ${path} → ${response.status}`, text);
    return text === '' || !response.headers.get('content-type')?.includes('json') ? text : JSON.parse(text);
  }

  #send(method, path, body) {
    return fetch(`${this.base}/api${path}`, {
      method,
      headers: { cookie: this.#cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  }

  async #signIn() {
    const { email, password } = this;
    const response = await this.#send('POST', '/sign-in', { email, password });
    expect(response.status === 204, `${email} signs in`, response.status);
    this.#cookie = response.headers.get('set-cookie').split(';')[0];
  }
}
