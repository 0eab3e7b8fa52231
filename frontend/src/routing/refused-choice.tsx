import { Banner } from '@/ui/banner';

/** Why a choice was not written, by the code of the refusal. */
export const REFUSED: Readonly<Record<string, { title: string; remedy: string }>> = {
  'suggestion.chosen': {
    title: 'ほかの担当者が先に採否を決めていました。',
    remedy: '次に、今の採否を表示しています。変えるときは、先にその採否を取り消してください。',
  },
  'suggestion.changed': {
    title: '候補の一覧が変わっていました。',
    remedy: '次に、今の候補を表示しています。もう一度選んでください。',
  },
};

export function RefusedChoice({ code }: { code: string }) {
  const refused = REFUSED[code];
  return refused ? (
    <Banner kind="error" title={refused.title}>
      {refused.remedy}
    </Banner>
  ) : null;
}
