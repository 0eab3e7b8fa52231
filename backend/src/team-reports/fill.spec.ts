import { expect, it } from '@jest/globals';
import { aReportContent } from '../../test/report-scene.js';
import { type Fill, newsOf, refilled } from './fill.js';

const fill = (about: Partial<Fill>): Fill => ({
  ...{ progress: '', outcomesText: '', practicesText: '', changesText: '', remaining: '', next: '' },
  ...about,
});
const before = fill({ progress: '【会議】\n・4月の会議', remaining: '【約束】\n・資料を送る' });
const now = fill({ progress: '【会議】\n・4月の会議\n・5月の会議', remaining: '【約束】\n・資料を送る\n・県に聞く' });
const content = aReportContent({ progress: before.progress, remaining: '自分の言葉で書いた。' });

it('tells what came since, and where somebody wrote', () => {
  expect(newsOf(content, before, now)).toEqual([
    { text: 'progress', edited: false, lines: ['・5月の会議'] },
    { text: 'remaining', edited: true, lines: ['・県に聞く'] },
  ]);
  expect(newsOf(content, before, before)).toEqual([]);
});

it('fills anew only what nobody wrote in', () => {
  const after = refilled(content, before, now, []);
  expect(after.content).toEqual({ ...content, progress: now.progress });
  expect(newsOf(after.content, after.filled, now)).toEqual([
    { text: 'remaining', edited: true, lines: ['・県に聞く'] },
  ]);
});

it('adds new entries after what somebody wrote, where that is wished for', () => {
  const after = refilled(content, before, now, ['remaining']);
  expect(after.content.remaining).toBe('自分の言葉で書いた。\n・県に聞く');
  expect(newsOf(after.content, after.filled, now)).toEqual([]);
});

it('refuses to make a text too long, by name', () => {
  const long = { ...content, remaining: '字'.repeat(2998) };
  expect(() => refilled(long, before, now, ['remaining'])).toThrow('入力内容に誤りがあります');
});

it('says nothing of what somebody already took over by hand', () => {
  expect(newsOf({ ...content, remaining: '書いた。\n・県に聞く' }, before, now).map(({ text }) => text)).toEqual([
    'progress',
  ]);
});
