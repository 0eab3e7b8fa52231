import { writeXlsx } from 'hucre/xlsx';
import type { Reply } from '../contract/replies.js';
import { blocksOf, numberIn, sectionsOf } from '../contract/reply-text.js';

const LEFT = { freezePane: { rows: 1 } };

/** The reply as an Excel file for those who work on with it: one datum in a cell (機械判読ルール, domain.md §8). */
export async function replySheet(reply: Reply): Promise<Buffer> {
  const rows = sectionsOf(reply.passages).flatMap((section, i) =>
    section.passages.flatMap(({ title, text }, k) =>
      blocksOf(text)
        .flatMap((block) => (block.kind === 'facts' ? block.facts : [{ label: '本文', value: block.text }]))
        .map(({ label, value }) => [i + 1, section.heading, title && numberIn(section, k), title, label, value]),
    ),
  );
  const letter = [
    ['受付番号', reply.consultationNumber],
    ['文書番号', reply.documentNumber ?? ''],
    ['回答日', reply.issuedOn ?? ''],
    ['状態', reply.state === 'approved' ? '送付済' : '案（決裁前）'],
    ['宛先', reply.addressees.join('\n')],
    ['発信者', reply.sender],
    ['件名', reply.subject],
    ['前文', reply.greeting],
    ['末文', reply.closing],
  ];
  const widths = (...all: number[]) => all.map((width) => ({ width }));
  const file = await writeXlsx({
    sheets: [
      {
        name: '回答',
        rows: [['質問番号', '質問', '項番', '施策等', '項目', '内容'], ...rows],
        columns: widths(10, 40, 8, 40, 20, 80),
        ...LEFT,
      },
      {
        name: '問合せ先',
        rows: [
          ['名称', '電話番号', 'メールアドレス'],
          ...reply.contacts.map((one) => [one.organisation, one.tel, one.email]),
        ],
        columns: widths(40, 24, 40),
        ...LEFT,
      },
      { name: '回答書', rows: [['項目', '内容'], ...letter], columns: widths(14, 80), ...LEFT },
    ],
  });
  return Buffer.from(file);
}
