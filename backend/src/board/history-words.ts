import { formatWareki } from '../contract/calendar.js';
import { ConsultationAction, type ConsultationState, STATE_LABEL } from '../contract/lifecycle.js';

/** The small facts of an event that its sentence may need. */
export interface Facts {
  from?: string;
  to?: string;
  dueOn?: string;
  ownerName?: string | null;
}

const until = ({ dueOn }: Facts): string => (dueOn ? `（期限：${formatWareki(dueOn)}）` : '');
const owned = ({ ownerName }: Facts): string => (ownerName ? `（主担当：${ownerName}）` : '');

/** What happened, as a sentence. Every event that somebody may read in a history has one. */
const WORDS: Record<string, string | ((facts: Facts) => string)> = {
  'consultation.create': '相談カルテを作り始めました。',
  'consultation.requestReview': '承認者に確認を依頼しました。',
  'consultation.sendBackToAuthor': '承認者が作成者に戻しました。',
  'consultation.submit': '相談カルテを提出しました。',
  'consultation.take': '受付確認を始めました。',
  'consultation.return': '補正を依頼して差し戻しました。',
  'consultation.triage': (facts) => `内容を確認し、担当を決めました。${owned(facts)}`,
  'consultation.inquire': '関係府省庁への照会を始めました。',
  'consultation.collect': '全ての関係府省庁の回答がそろいました。',
  'consultation.draftReply': '回答案の作成を始めました。',
  'consultation.requestApproval': '回答案の決裁を依頼しました。',
  'consultation.recallApproval': '決裁の依頼を取り消しました。',
  'consultation.sendBackReply': '回答案を差し戻しました。',
  'consultation.approve': '回答書を決裁し、送付しました。',
  'consultation.followUp': '回答の後のフォローを始めました。',
  'consultation.proposeClose': '相談の完了を提案しました。',
  'consultation.agreeClose': '相談の完了に同意しました。',
  'consultation.declineClose': '相談の完了に同意しませんでした。',
  'consultation.closeBySilence': '期限までに返答がなかったため、相談を完了しました。',
  'consultation.wishReopen': '相談の再開を希望しました。',
  'consultation.reopen': '相談を再開しました。',
  'consultation.withdraw': '相談を取り下げました。',
  'consultation.guide': '対象外として、他の窓口を案内しました。',
  'consultation.merge': '重複する相談として統合しました。',
  'consultation.unmerge': '統合を取り消しました。',
  'consultation.add': '追記を送りました。',
  'consultation.attach': '添付資料を追加しました。',
  'consultation.detach': '添付資料を削除しました。',
  'consultation.note': '内部メモを書きました。',
  'consultation.assign': (facts) => `政策分野、優先度、主担当を変更しました。${owned(facts)}`,
  'consultation.transfer': (facts) => `主担当を後任に引き継ぎました。${owned(facts)}`,
  'consultation.splitQuestions': '質問の分け方を変更しました。',
  'suggestion.take': '照会先・施策の候補を採用しました。',
  'suggestion.reject': '照会先・施策の候補を不採用にしました。',
  'suggestion.undo': '候補の採否を取り消しました。',
  'inquiry.ask': (facts) => `照会しました。${until(facts)}`,
  'inquiry.acknowledge': '照会を受け付けました。',
  'inquiry.handOn': '照会を課室に回しました。',
  'inquiry.answer': '照会に回答しました。',
  'inquiry.decline': '「該当なし」と回答しました。',
  'inquiry.askBack': '窓口に質問しました。',
  'inquiry.replyBack': '府省庁からの質問に返答しました。',
  'inquiry.requestExtension': '回答期限の延長を申し出ました。',
  'inquiry.decideExtension': (facts) => `期限延長の申出について決定しました。${until(facts)}`,
  'inquiry.changeDue': (facts) => `照会の期限を変更しました。${until(facts)}`,
  'inquiry.cancel': '照会を取り消しました。',
  'inquiry.transfer': '照会の担当を引き継ぎました。',
  'inquiry.handOver': '「該当なし」の質問を、別の府省庁に照会しました。',
  'reply.endorse': '回答案を承認し、次の決裁に進めました。',
  'reply.save': '回答案を保存しました。',
  'reply.refresh': '回答案に府省庁の回答を反映しました。',
  'reply.takeMeasures': '回答案に施策を加えました。',
  'reply.updateMeasure': '回答案の施策の文章を、今の登録に合わせました。',
  'reply.copy': '回答書の写しを送りました。',
  'meeting.wish': '打合せを希望しました。',
  'meeting.propose': '打合せの候補日を示しました。',
  'meeting.answerCandidates': '打合せの候補日に返答しました。',
  'meeting.decide': '打合せの日時を決めました。',
  'meeting.recordMinutes': '打合せの記録を保存しました。',
  'meeting.cancel': '打合せを取りやめました。',
  'actionItem.add': '宿題を追加しました。',
  'actionItem.finish': '宿題を終えました。',
  'actionItem.transfer': '宿題の担当を後任に引き継ぎました。',
  'caseSheet.draft': '事例票の案を作り始めました。',
  'caseSheet.save': '事例票の案を保存しました。',
  'caseSheet.ask': '事例票の案を団体に送り、公表の同意を求めました。',
  'caseSheet.recall': '事例票の確認の依頼を取り消しました。',
  'caseSheet.remind': '事例票の案に返答がないことを知らせました。',
  'caseSheet.amend': '事例票の案を団体の言葉に直しました。',
  'caseSheet.agree': '事例票の公表に同意しました。',
  'caseSheet.decline': '事例票の公表に同意しませんでした。',
  'caseSheet.publish': '事例票を好事例として公開しました。',
  'caseSheet.recommend': '事例票の推薦を変更しました。',
  'caseSheet.takeOut': '事例票を案に戻しました。公開していた場合は、公開を終えました。',
  'caseSheet.withdraw': '事例票の公表の同意を撤回しました。',
  'caseSheet.redraft': '事例票の案を作り直し始めました。',
  'survey.invite': '満足度調査を依頼しました。',
  'survey.remind': '満足度調査への回答をもう一度お願いしました。',
  'survey.answer': '満足度調査に回答がありました。',
};

export function wordsFor(type: string, facts: Facts): string {
  const words = WORDS[type] ?? '記録を更新しました。';
  return typeof words === 'string' ? words : words(facts);
}

/** The state an event led the case to, when it moved it. */
export function movedTo(type: string, { from, to }: Facts): string | null {
  const isStep = ConsultationAction.options.some((action) => type === `consultation.${action}`);
  return isStep && to && to !== from ? STATE_LABEL[to as ConsultationState] : null;
}
