'use client';

import type { HolidayImport } from '@musubi/backend/contract/deadlines';
import { Banner } from '@/ui/banner';
import { DescriptionList } from '@/ui/description-list';
import { FileField } from '@/ui/file-field';
import { Form, SubmitButton } from '@/ui/form';
import { MovedDeadlines } from '@/ui/moved-deadlines';
import { importHolidays } from './actions';

/** The Cabinet Office's file: first what it changes, then the change. */
export function ImportForm({ kinds }: { kinds: Readonly<Record<string, string>> }) {
  return (
    <Form action={importHolidays}>
      {(state) => {
        const shown = state.preview as HolidayImport | undefined;
        const now = state.conflict as Pick<HolidayImport, 'difference'> | undefined;
        const { content = '', difference } = state.values ?? {};
        return (
          <>
            {now && (
              <Banner kind="warning" title="確認した後に、休日の表が変わりました。まだ何も取り込んでいません。">
                <p>「違いを確認する」を押して、動く期限を確認し直してください。</p>
                <h3 className="mt-4 text-std-16B-170">確認したときの違い</h3>
                <Difference difference={JSON.parse(String(difference))} />
                <h3 className="mt-4 text-std-16B-170">今の違い</h3>
                <Difference difference={now.difference} />
              </Banner>
            )}
            <input type="hidden" name="content" value={String(content)} />
            <FileField
              label="CSV ファイル"
              name="chosen"
              accept=".csv,text/csv"
              error={state.fields?.file}
              support="内閣府の「国民の祝日について」のページから取得した syukujitsu.csv を選んでください。"
              required
            />
            {shown && (
              <>
                <Difference difference={shown.difference} />
                <MovedDeadlines recount={shown} kinds={kinds} />
                <input type="hidden" name="difference" value={JSON.stringify(shown.difference)} />
                <input type="hidden" name="seen" value={shown.seen} />
              </>
            )}
            <div className="flex flex-wrap gap-4">
              <SubmitButton name="intent" value="preview" variant={shown ? 'outline' : 'solid'}>
                違いを確認する
              </SubmitButton>
              {shown && (
                <SubmitButton name="intent" value="apply">
                  この内容で取り込む
                </SubmitButton>
              )}
            </div>
          </>
        );
      }}
    </Form>
  );
}

function Difference({ difference }: Pick<HolidayImport, 'difference'>) {
  const { firstYear, lastYear, added, removed, renamed, confirmed } = difference;
  const days = (list: readonly { day: string; name: string }[]) =>
    list.length === 0 ? 'なし' : `${list.length}日：${list.map(({ day, name }) => `${day} ${name}`).join('、')}`;
  return (
    <DescriptionList
      items={[
        { term: 'ファイルの範囲', value: `${firstYear}年から${lastYear}年まで` },
        { term: '新しい休日', value: days(added) },
        { term: 'なくなる休日', value: days(removed) },
        { term: '名称が変わる休日', value: days(renamed) },
        { term: '暫定から確定になる休日', value: days(confirmed) },
      ]}
    />
  );
}
