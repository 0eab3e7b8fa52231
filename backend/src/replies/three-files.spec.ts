import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { PDFParse } from 'pdf-parse';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { anAnsweredCase, contentOf, replyServices } from '../../test/reply-scene.js';
import type { Reply } from '../contract/replies.js';
import { unpacked, zipEntries } from '../platform/zip.js';
import { replyDocx } from './reply-docx.js';
import { replyPdf } from './reply-pdf.js';
import { replySheet } from './reply-sheet.js';

const db = testDatabase();
const BUS = 'M25-Ci-1-01';
const FACTS = {
  eligible: '市町村（人口5万人未満）',
  requirements: '計画に位置付けること。\n事業費の総額が1,250万円以上であること',
  rate: '2分の1以内（条件不利地域は3分の2以内）',
  ceiling: '1事業当たり8,000万円',
  contact: '総合政策局 交通政策課　00-0000-0009',
};
let reply: Reply;
let files: Record<'pdf' | 'docx' | 'xlsx', string>;

/** Files set label and value side by side, and break lines where they are full. */
const plain = (text: string) => text.replace(/[\s：]/g, '');

/** Head, watermark and number of a page stand between the lines of a passage that goes over it. */
const OF_EVERY_PAGE = /（案）決裁前のため、送付できません|^\s*案\s*$|^\s*\d+ \/ \d+\s*$/gmu;

async function textOfPdf(): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(await replyPdf(reply)) });
  const { text } = await parser.getText({ pageJoiner: '' });
  await parser.destroy();
  return text.replace(OF_EVERY_PAGE, '');
}

async function textOfWord(): Promise<string> {
  const file = await replyDocx(reply);
  const [part] = zipEntries(file).filter(({ name }) => name === 'word/document.xml');
  return part ? String(unpacked(file, part, 5_000_000)).replace(/<[^>]*>/g, '') : '';
}

/** Row by row, what is new in it: question and item stand in each row again. */
async function textOfExcel(): Promise<string> {
  const { sheets } = await readXlsx(await replySheet(reply));
  const [letter, ...rows] = [sheets[2]?.rows ?? [], ...(sheets[0]?.rows.slice(1) ?? [])];
  let before: unknown[] = [];
  const said = rows.map(([no, question, item, title, label, value]) => {
    const isNew = [no !== before[0], no !== before[0] || title !== before[3]];
    before = [no, question, item, title];
    const head = [...(isNew[0] ? [no, question] : []), ...(isNew[1] && item ? [`（${item}）`, title] : [])];
    return [...head, ...(label === '本文' ? [] : [label]), value].join('');
  });
  return [...letter.filter(([item]) => item === '件名' || item === '前文').map(([, value]) => value), ...said].join('');
}

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  const columns = Object.keys(FACTS).map((column, i) => `${column} = $${i + 2}`);
  await db().query(
    `UPDATE measures SET version = version + 1, fiscal_year = 2026, apply_from = '2026-11-01', apply_until = '2026-12-25',
       ${columns.join(', ')} WHERE id = $1`,
    [BUS, ...Object.values(FACTS)],
  );
  const { id, desk, first } = await anAnsweredCase(db());
  await db().query(
    `INSERT INTO suggestion_choices (consultation_id, kind, measure_id, measure_label, verdict, rank, knowledge, chosen_by, chosen_at)
     VALUES ($1, 'measure', $2, $2, 'taken', 1, 0, $3, now())`,
    [id, BUS, desk.id],
  );
  const { drafts, queries } = await replyServices(db());
  await drafts.draft(desk, id);
  const content = contentOf(await queries.page(desk, id, {}));
  // Words of the desk between two measures: they have no title, and no number.
  const [before, ...others] = content.passages;
  const own = {
    id: randomUUID(),
    title: '',
    text: '次の施策と併せて使えます。',
    answerIds: [],
    questionRowIds: [first],
  };
  const passages = [before, { ...own, heading: before?.heading ?? '' }, ...others].filter((one) => one !== undefined);
  await drafts.save(desk, id, { ...content, passages });
  reply = await queries.letter(desk, id, {});
  files = { pdf: await textOfPdf(), docx: await textOfWord(), xlsx: await textOfExcel() };
});

describe.each(['pdf', 'docx', 'xlsx'] as const)('the answer pack as %s', (kind) => {
  it('says each question, each passage and each number of the draft, in its order', () => {
    const file = plain(files[kind]);
    let at = 0;
    for (const { heading, title, text } of reply.passages)
      for (const part of [heading, title, text]) {
        const found = file.indexOf(plain(part), part === heading ? 0 : at);
        expect([part, found >= 0]).toEqual([part, true]);
        at = Math.max(at, found);
      }
  });

  it('gives what the catalogue gives: amounts, days, who may apply, whom to ask', async () => {
    const [row] = await db().query('SELECT title, programs, ref, version FROM measures WHERE id = $1', [BUS]);
    const facts = [...Object.values(FACTS), ...row.programs, row.title, row.ref, '2026年度', `第${row.version}版`];
    for (const fact of [...facts, '令和8年11月1日（日）から令和8年12月25日（金）まで'])
      expect(plain(files[kind])).toContain(plain(fact));
  });

  it('numbers the measures as the letter does', () => {
    const numbered = (text: string) =>
      [...plain(text).matchAll(/（(\d)）(.{6})/g)].map(([, no, title]) => `${no} ${title}`);
    expect(numbered(files[kind]).length).toBeGreaterThan(3);
    expect(numbered(files[kind])).toEqual(numbered(files.pdf));
  });
});
