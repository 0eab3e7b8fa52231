import { invalid } from '../platform/errors.js';
import type { CaseSheetEntity } from './case-sheet.entity.js';

/** @throws DomainError invalid, naming what a 事例票 must say before a town is asked, agrees, and everybody reads it. */
export function refuseGaps({ title, elements, initiative, pillarCode }: CaseSheetEntity): void {
  const gaps = {
    ...(title === '' ? { title: '題名を入力してください' } : {}),
    ...(elements.length < 2 ? { elements: '組み合わせた要素を2つ以上入力してください' } : {}),
    ...(initiative === '' ? { initiative: '取組を入力してください' } : {}),
    ...(pillarCode === null ? { pillarCode: '政策の柱を選んでください' } : {}),
  };
  if (Object.keys(gaps).length > 0) throw invalid(gaps);
}
