'use client';

import type { VisitMet, VisitPlace } from '@musubi/backend/contract/visits';
import { type FormState, typed } from '@/lib/form-state';
import { DateField } from '@/ui/date-field';
import { TextField } from '@/ui/text-field';

/** One place of the way. The names say which row it is: screen readers hear each field alone. */
export function PlaceRow({ state, at, place }: { state: FormState; at: number; place?: VisitPlace }) {
  const field = (name: keyof VisitPlace) => typed(state, `route.${at}.${name}`, place?.[name]);
  const named = (label: string) => (
    <>
      <span className="sr-only">行程{at + 1}の</span>
      {label}
    </>
  );
  return (
    <div className="grid grid-cols-[3fr_2fr] gap-3 border-b border-solid-gray-200 pb-4 *:min-w-0 sm:grid-cols-[auto_auto_1fr_1fr]">
      <DateField label={named('日')} {...field('on')} />
      <TextField label={named('時刻')} type="time" width="8rem" {...field('time')} />
      <div className="col-span-2 sm:col-span-1">
        <TextField label={named('訪問先')} {...field('place')} />
      </div>
      <div className="col-span-2 sm:col-span-1">
        <TextField label={named('目的')} {...field('purpose')} />
      </div>
    </div>
  );
}

export function MetRow({
  state,
  at,
  code,
  label,
  met,
}: {
  state: FormState;
  at: number;
  code: string;
  label: string;
  met?: VisitMet;
}) {
  return (
    <div className="grid grid-cols-[7.5rem_1fr] gap-3 *:min-w-0">
      <input type="hidden" name={`met.${at}.category`} value={code} />
      <TextField
        label={`${label}（人）`}
        inputMode="numeric"
        width="7rem"
        {...typed(state, `met.${at}.count`, met?.count)}
      />
      <TextField
        label={
          <>
            <span className="sr-only">{label}の</span>説明
          </>
        }
        {...typed(state, `met.${at}.note`, met?.note)}
      />
    </div>
  );
}
