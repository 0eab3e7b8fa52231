import { type AllowedAction } from '@musubi/backend/contract/lifecycle';

/** A step with its own page under /act that needs no more than a reason. What will happen is told before it does. */
export const SIMPLE_STEPS: Partial<
  Record<AllowedAction, { title: string; consequence: string; reason: 'required' | 'optional' | 'none' }>
> = {
  take: {
    title: '受付確認を始める',
    consequence: 'この相談を受け付け、内容の確認を始めます。団体の画面の状態が「受付確認中」になります。',
    reason: 'none',
  },
  unmerge: {
    title: '統合を取り消す',
    consequence: '統合する前の相談として、受付確認から再び進めます。',
    reason: 'required',
  },
  withdraw: {
    title: '相談を取り下げる',
    consequence: '相談を取り下げます。照会中の府省庁があれば、照会も取り消されます。窓口と団体にメールで知らせます。',
    reason: 'required',
  },
  followUp: {
    title: 'フォローを続ける',
    consequence: '回答の後のやり取りを続けます。理由は相手にも表示されます。',
    reason: 'required',
  },
  proposeClose: {
    title: '完了を提案する',
    consequence: '団体に完了の確認を依頼します。20営業日以内に返答がない場合は、自動で完了します。',
    reason: 'optional',
  },
  agreeClose: {
    title: '完了に同意する',
    consequence: 'この相談を完了します。完了の後、満足度調査のメールを送ります。1年以内は再開を希望できます。',
    reason: 'none',
  },
  declineClose: {
    title: '完了に同意しない',
    consequence: '相談のフォローを続けます。窓口にメールで知らせます。',
    reason: 'required',
  },
  wishReopen: {
    title: '再開を希望する',
    consequence: '窓口に再開の希望を伝えます。再開すると、同じ番号に枝番が付きます。',
    reason: 'required',
  },
  reopen: {
    title: '相談を再開する',
    consequence: '同じ番号に枝番を付けて再開します。回答の見込み日は新たに決まり、団体にメールで知らせます。',
    reason: 'required',
  },
};
