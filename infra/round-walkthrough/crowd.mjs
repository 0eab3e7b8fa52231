// Hundreds of people: invited, let in by the link of their mail, each with a session of their own.
import { setTimeout as wait } from 'node:timers/promises';
import { linkIn, mailFor } from '../walkthrough/inbox.mjs';
import { Visitor } from '../walkthrough/people.mjs';
import { expect } from '../walkthrough/report.mjs';

const PASSWORD = 'musubi-round-2026';
const PAUSE_MS = 5000;

/** Does it for all, so many at a time. */
export async function forAll(list, work, atOnce = 8) {
  const results = [];
  const left = list.map((one, index) => ({ one, index }));
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next.index] = await work(next.one, next.index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Waits where the desk asks for patience (429). */
export async function patiently(ask) {
  for (let i = 0; i < 60; i += 1) {
    const response = await ask();
    if (response.status !== 429) return response;
    await wait(PAUSE_MS);
  }
  return expect(false, 'the desk asked for patience for five minutes');
}

class PatientVisitor extends Visitor {
  async ask(method, path, body) {
    for (let i = 0; i < 60; i += 1) {
      try {
        return await patiently(() => super.ask(method, path, body));
      } catch (error) {
        if (!String(error).includes('signs in: 429')) throw error;
        await wait(PAUSE_MS);
      }
    }
    return expect(false, `${this.email} could not sign in for five minutes`);
  }
}

/** @param people {email, name, grants}; those who are known already only sign in */
export async function letIn(base, admin, people) {
  return forAll(people, async ({ email, name, grants }) => {
    const invited = await admin.ask('POST', '/people', { email, name, grants });
    if (invited.status === 201) {
      const mail = await mailFor(base, email, { text: '/invitations/' });
      const [, token] = linkIn(mail, '/invitations/').split('/invitations/');
      const accept = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password: PASSWORD }),
      };
      const { status } = await patiently(() => fetch(`${base}/api/invitations/${token}`, accept));
      expect(status === 204, `${email} accepts the invitation`, status);
    } else expect(invited.status === 422, `${email} is invited`, invited.status);
    return new PatientVisitor(base, email, PASSWORD);
  });
}
