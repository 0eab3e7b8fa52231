/** Each method answers the JSON of the answer, which the caller knows to be a T. */
export class Visitor {
  constructor(base: string, email: string, password: string);
  readonly email: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
}
