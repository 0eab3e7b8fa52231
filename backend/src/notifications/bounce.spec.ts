import { expect, it } from '@jest/globals';
import { aLetter, delayed, exchangeLike, japanese, postfixLike } from '../../test/bounces.js';
import { readBounce } from './bounce.js';

const ID = '<event-7-0123456789abcdef@musubi.example>';
const TO = 'taro@town.example';

it('reads status, folded answer and the id of the returned headers', async () => {
  expect(await readBounce(postfixLike(ID, TO))).toEqual({
    messageIds: [ID],
    action: 'failed',
    status: '5.1.1',
    answer: 'failed / 5.1.1 / rfc822; taro@town.example / smtp; 550 5.1.1 no mailbox of that name',
  });
});

it('takes the id of the returned mail, not what stands in its text', async () => {
  expect(await readBounce(exchangeLike(ID))).toMatchObject({ messageIds: [ID], action: 'failed', status: '5.7.1' });
});

it('reads a Japanese report that returns nothing of the mail', async () => {
  expect(await readBounce(japanese(ID, TO))).toMatchObject({ messageIds: [ID], action: 'failed', status: '4.2.2' });
});

it('knows a mail that is only late', async () => {
  expect(await readBounce(delayed(ID, TO))).toMatchObject({ messageIds: [ID], action: 'delayed', status: '4.4.1' });
});

it('of several recipients the failed one counts', async () => {
  const report = String(delayed(ID, TO)).replace(
    '--later--',
    'Final-Recipient: rfc822; jiro@town.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--later--',
  );
  expect(await readBounce(Buffer.from(report))).toMatchObject({ action: 'failed', status: '5.1.1' });
});

it('takes a letter for no report, whatever it says', async () => {
  expect(await readBounce(aLetter(ID))).toBeNull();
  expect(await readBounce(Buffer.from('\0\0--\r\n\r\nrubbish'))).toBeNull();
});

it('reads a report that was cut off after its status', async () => {
  const whole = exchangeLike(ID);
  expect(await readBounce(whole.subarray(0, whole.indexOf('not-this-one')))).toMatchObject({ messageIds: [ID] });
});
