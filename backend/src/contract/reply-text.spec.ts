import { expect, it } from '@jest/globals';
import { blocksOf, factLine, numberIn, sectionsOf } from './reply-text.js';

it('reads labelled lines as facts, wide spaces as their next lines, and all else as paragraphs', () => {
  const text =
    '車両費に使えます。\n次の点に注意してください：\n\n要件：協議会の設置\n　計画への位置付け\n補助率・上限：2分の1\n以上です。';
  expect(blocksOf(text)).toEqual([
    { kind: 'paragraph', text: '車両費に使えます。\n次の点に注意してください：' },
    {
      kind: 'facts',
      facts: [
        { label: '要件', value: '協議会の設置\n計画への位置付け' },
        { label: '補助率・上限', value: '2分の1' },
      ],
    },
    { kind: 'paragraph', text: '以上です。' },
  ]);
});

it('leaves sentences and addresses whole', () => {
  expect(blocksOf('詳しくは、次を参照：https://www.example.go.jp/ です。')).toHaveLength(1);
  expect(blocksOf('https://www.example.go.jp/a:b')).toEqual([
    { kind: 'paragraph', text: 'https://www.example.go.jp/a:b' },
  ]);
  expect(blocksOf(' \r\n ')).toEqual([]);
});

it('writes a fact of several lines so that it is read back as one', () => {
  const [block] = blocksOf(factLine('要件・留意点', '一つ目\n二つ目'));
  expect(block).toEqual({ kind: 'facts', facts: [{ label: '要件・留意点', value: '一つ目\n二つ目' }] });
  expect(factLine('URL', ' ')).toBe('');
});

it('numbers passages under one heading as one section', () => {
  const passage = (heading: string) => ({
    id: heading,
    heading,
    title: '',
    text: '',
    answerIds: [],
    questionRowIds: [],
  });
  const sections = sectionsOf([passage('一'), passage('一'), passage('二')]);
  expect(sections.map(({ heading, passages }) => [heading, passages.length])).toEqual([
    ['一', 2],
    ['二', 1],
  ]);
});

it('numbers titled passages only', () => {
  const passage = { id: '', heading: '質問', text: '', answerIds: [], questionRowIds: [] };
  const [section] = sectionsOf(['補助', '', '助成'].map((title) => ({ ...passage, title })));
  expect([0, 2].map((at) => section && numberIn(section, at))).toEqual([1, 2]);
});
