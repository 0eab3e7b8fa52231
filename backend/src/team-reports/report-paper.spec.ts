import { expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { aKpi, aReportContent } from '../../test/report-scene.js';
import type { ReportDocument } from '../contract/team-reports.js';
import { unpacked, zipEntries } from '../platform/zip.js';
import { paperDocx } from './paper-docx.js';
import { paperPdf } from './paper-pdf.js';
import { countsOf, progressOf } from './progress.js';
import { reportPaper } from './report-paper.js';

const kpis = [
  aKpi({ name: '髙い山の入込客数 & <集計>' }),
  aKpi({ name: '移住者数', actuals: [{ year: 2026, value: null, expectedIn: '2027-09' }] }),
  aKpi({ name: '㈱の数', repeated: true }),
].map((kpi, at) => ({
  ...{ id: `b7b3a6de-4c63-4b43-9a1e-2f1d7b0f6a1${at}`, version: 1, ...kpi },
  progress: progressOf(kpi),
}));
const report: ReportDocument = {
  ...{ kind: 'final', round: '令和9年度 地方創生伴走支援', municipality: '北海道上士幌町' },
  members: ['国土 次郎（国土交通省）'],
  content: aReportContent({ progress: '【会議】\n・4月の会議', changes: [] }),
  ...{ kpis, counts: countsOf(kpis) },
};
const agreed = { state: 'agreed', agreedAt: new Date('2028-03-01T01:00:00Z') } as const;

async function pdfText(of: ReportDocument, standing: Parameters<typeof reportPaper>[1] = agreed): Promise<string> {
  const file = await paperPdf(reportPaper(of, standing));
  const { text } = await new PDFParse({ data: new Uint8Array(file) }).getText();
  return text.replace(/\s+/g, '');
}
async function wordText(of: ReportDocument): Promise<string> {
  const file = await paperDocx(reportPaper(of, agreed));
  const entry = zipEntries(file).find(({ name }) => name === 'word/document.xml');
  if (!entry) throw new Error('no document in the Word file');
  return String(unpacked(file, entry, 1_000_000)).replace(/<[^>]+>/g, '');
}

const SAID = [
  '北海道上士幌町',
  '最終報告',
  '令和10年3月1日',
  '産官学などの関係者の連携',
  '99.9％',
  '－',
  '引継ぎ',
  '㈱の数【再掲】',
];

it('is a PDF that says all of it, with the formula beside the rate', async () => {
  const text = await pdfText(report);
  for (const words of [...SAID, '集計中（令和9年9月に公表予定）', '指標の数：2（ほかに再掲1）', '髙い山']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('113,500÷113,600×100＝99.9％');
  expect(text).not.toContain('（案）');
});

it('says on every page that the town has not agreed yet', async () => {
  expect(await pdfText(report, { state: 'drafting', agreedAt: null })).toContain('（案）団体の同意を得る前のものです');
});

it('is a Word file that says the same, whatever characters people write', async () => {
  const text = await wordText(report);
  for (const words of [...SAID, '髙い山の入込客数 &amp; &lt;集計&gt;']) expect(text).toContain(words);
});

it('prints the longest report that may be written', async () => {
  const long = '地域の課題を役場の各課と住民が共に考える取組を続けた。'.repeat(120).slice(0, 3000);
  const content = aReportContent({ progress: long, changesText: long });
  expect(await pdfText({ ...report, content })).toContain('地域の課題を役場の各課');
});
