import { randomUUID } from 'node:crypto';
import type { AskSupport } from '../src/contract/back-office.js';

/** What a team asks when it does not matter what. */
export const aSupportForm = (traits: Partial<AskSupport> = {}): AskSupport => ({
  id: randomUUID(),
  kind: 'scheme',
  title: '空き家を宿泊施設にする支援制度',
  background: '町内の空き家12軒を、農泊の宿泊施設に改修したい。',
  questions: ['空き家の改修に使える補助金はあるか。', '農泊の開業で先に相談する窓口はどこか。'],
  wishedOn: null,
  shared: true,
  ...traits,
});
