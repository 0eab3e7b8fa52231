import type { Notice } from '@musubi/backend/contract/notices';
import { Day, Moment } from '@/ui/time';
import { openNotice } from './actions';

const OPEN =
  'cursor-pointer text-left text-blue-1000 underline underline-offset-[0.1875rem] hover:text-blue-900 hover:decoration-[0.1875rem]';

/** Newest first; opening one marks it as read. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  return (
    <ul className="grid gap-3">
      {notices.map((notice) => (
        <li
          key={notice.id}
          className={`grid gap-1 rounded-8 border p-4 ${notice.read ? 'border-solid-gray-420 bg-solid-gray-50' : 'border-blue-800 bg-white'}`}
        >
          <form action={openNotice}>
            <input type="hidden" name="id" value={notice.id} />
            <input type="hidden" name="href" value={notice.href} />
            <button type="submit" className={OPEN}>
              {!notice.read && <span className="mr-2 font-700 no-underline">未読</span>}
              {notice.heading}
            </button>
          </form>
          <p className="text-dns-14N-130 text-solid-gray-700">
            {[notice.number, notice.organisation, notice.title].filter(Boolean).join('　')}
          </p>
          <p className="text-dns-14N-130 text-solid-gray-700">
            <Moment value={notice.at} />
            {notice.dueOn && (
              <>
                　期限 <Day value={notice.dueOn} />
              </>
            )}
            {notice.onBehalfOf && `　${notice.onBehalfOf}さんの代理`}
            {notice.mailWaitsUntil && (
              <>
                　メールは <Moment value={notice.mailWaitsUntil} /> 以後に送信
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
