import { anAppointment, aProposal } from '../../proposal-scene.js';
import { aRound } from '../../round-scene.js';
import type { Scene } from '../scene.js';
import type { Route, Routes } from './route.js';

const RUNNERS = ['manager', 'secretariat'] as const;

const onProposal = (to: Route['to'], body?: (made: Awaited<ReturnType<typeof aProposal>>) => object): Route => ({
  to,
  make: async (scene: Scene) => {
    const made = await aProposal(scene.db, scene.here('secretariat').id);
    return { params: { id: made.id }, ...(body && { body: body(made) }) };
  },
});

const onAppointment = (to: Route['to'], body?: object, published = false): Route => ({
  to,
  make: async (scene: Scene) => ({
    params: { id: await anAppointment(scene.db, scene.here('secretariat').id, published) },
    ...(body && { body }),
  }),
});

/** 編成案: scores are for those who run 伴走支援 alone. */
export const PROPOSALS: Routes = {
  'GET /rounds/{id}/proposals': {
    to: RUNNERS,
    make: async (scene) => ({ params: { id: (await aRound(scene.db, scene.here('secretariat').id)).id } }),
  },
  'POST /rounds/{id}/proposals': {
    to: ['secretariat'],
    make: async (scene) => ({
      params: { id: (await aProposal(scene.db, scene.here('secretariat').id)).round },
      body: { name: '試験の案' },
    }),
  },
  'GET /proposals/{id}': onProposal(RUNNERS),
  'GET /proposals/{id}/preview': {
    to: RUNNERS,
    make: async (scene) => {
      const { id, officer, municipality } = await aProposal(scene.db, scene.here('secretariat').id);
      return { params: { id }, query: { kind: 'ban', officer, municipality } };
    },
  },
  'GET /proposals/{id}/compare/{other}': {
    to: RUNNERS,
    make: async (scene) => {
      const { id } = await aProposal(scene.db, scene.here('secretariat').id);
      return { params: { id, other: id } };
    },
  },
  'POST /proposals/{id}/changes': onProposal(['secretariat'], ({ officer, municipality }) => ({
    ...{ version: 1, reason: '試験', change: { kind: 'ban', officer, municipality } },
  })),
  'POST /proposals/{id}/stop': {
    to: ['secretariat'],
    make: async (scene) => ({
      params: { id: (await aProposal(scene.db, scene.here('secretariat').id, 'waiting')).id },
    }),
  },
  'POST /proposals/{id}/again': onProposal(['secretariat'], () => ({ name: '試験の案' })),
  'POST /proposals/{id}/repair': onProposal(['secretariat'], ({ officer }) => ({
    ...{ name: '試験の案', reason: '辞退', officers: [officer] },
  })),
  'POST /proposals/{id}/approve': onProposal(['manager'], () => ({ version: 1, reason: '試験' })),
  'GET /rounds/{id}/appointment': onAppointment(RUNNERS),
  'PUT /rounds/{id}/appointment/letter': onAppointment(RUNNERS, {
    ...{ subject: '任命', sender: '試験の発信者', issuedOn: '2027-04-09', body: '{氏名}を任命します。' },
  }),
  'GET /rounds/{id}/appointment/letters.pdf': onAppointment(RUNNERS),
  'POST /rounds/{id}/appointment/publish': onAppointment(['manager'], { withNames: false }),
  'GET /public/rounds/{id}/teams': onAppointment('anybody', undefined, true),
  'GET /public/rounds/{id}/teams.csv': onAppointment('anybody', undefined, true),
};
