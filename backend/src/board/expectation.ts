import type { Expectation, MinistryChip } from '../contract/consultations.js';
import type { ConsultationState } from '../contract/lifecycle.js';

interface Told {
  holder: 'town' | 'desk' | 'ministries' | 'nobody';
  /** Which date is told, and what it is called; only words when there is none. */
  date?: 'reply' | 'state';
  expected: string;
  ask?: string;
}

const REPLY = { date: 'reply', expected: '回答の見込み日' } as const;
const OVER = { holder: 'nobody', expected: 'この相談への対応は終わりました。' } as const;

/** What the town is told in each state (issue: state, who holds it, expected date, what it is asked for). */
const TOLD: Record<ConsultationState, Told> = {
  draft: {
    holder: 'town',
    expected: '提出すると、回答の見込み日をお知らせします。',
    ask: '相談カルテを作成し、承認者に確認を依頼してください。',
  },
  reviewing: {
    holder: 'town',
    expected: '提出すると、回答の見込み日をお知らせします。',
    ask: '承認者は、内容を確認して提出してください。',
  },
  submitted: { holder: 'desk', ...REPLY },
  checking: { holder: 'desk', ...REPLY },
  returned: {
    holder: 'town',
    date: 'state',
    expected: '補正の目安日',
    ask: '項目ごとの理由を確認し、補正して提出してください。提出されるまで、回答の期限は進みません。',
  },
  correcting: {
    holder: 'town',
    date: 'state',
    expected: '補正の目安日',
    ask: '承認者は、補正した内容を確認して提出してください。',
  },
  triaged: { holder: 'desk', ...REPLY },
  inquiring: { holder: 'ministries', ...REPLY },
  collected: { holder: 'desk', ...REPLY },
  drafting: { holder: 'desk', ...REPLY },
  approving: { holder: 'desk', ...REPLY },
  replied: {
    holder: 'town',
    expected: '回答書を送付しました。',
    ask: '回答書を確認してください。続けて相談したいことがあれば、「フォローを続ける」から知らせてください。',
  },
  followUp: { holder: 'desk', expected: '回答の後のフォローを続けています。' },
  closing: {
    holder: 'town',
    date: 'state',
    expected: '返答の期限',
    ask: '完了してよいか返答してください。期限までに返答がないときは、完了とします。',
  },
  closed: { ...OVER, ask: '完了から1年以内は、再開を希望できます。' },
  withdrawn: OVER,
  outOfScope: { ...OVER, ask: '履歴に書かれた窓口に相談してください。' },
  merged: { ...OVER, expected: 'この相談は、統合先の相談の中で対応します。' },
};

interface Standing {
  state: ConsultationState;
  townLabel: string;
  ownerName: string | null;
  ministries: readonly MinistryChip[];
  replyDueOn: string | null;
  stateDueOn: string | null;
}

export function expectationOf(now: Standing): Expectation {
  const { holder, date, expected, ask } = TOLD[now.state];
  const names = now.ministries.map(({ shortName }) => shortName).join('、');
  const holders: Record<Told['holder'], string> = {
    town: now.townLabel,
    desk: now.ownerName ? `新結合相談窓口（担当 ${now.ownerName}）` : '新結合相談窓口',
    ministries: names ? `関係府省庁（${names}）` : '関係府省庁',
    nobody: 'なし',
  };
  const dates = { reply: now.replyDueOn, state: now.stateDueOn };
  return { holder: holders[holder], expectedOn: date ? dates[date] : null, expected, ask: ask ?? null };
}
