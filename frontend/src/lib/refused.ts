import type { Problem } from '@musubi/backend/contract/problem';

/** The API understood the request and said no: 403, 409, 422, 429. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** The session ended while the person was typing. */
export class SignedOut extends Error {}
