import type { ReactNode } from 'react';
import { Icon } from './icon';

const KIND = {
  success: { word: '完了', box: 'border-success-2', icon: 'text-success-2' },
  info: { word: 'お知らせ', box: 'border-blue-900', icon: 'text-blue-900' },
  warning: { word: '注意', box: 'border-warning-yellow-2', icon: 'text-warning-yellow-2' },
  error: { word: 'エラー', box: 'border-error-1', icon: 'text-error-1' },
} as const;

/** A message about the whole page. What failed is an alert, all else a status. */
export function Banner({ kind, title, children }: { kind: keyof typeof KIND; title: ReactNode; children?: ReactNode }) {
  const { word, box, icon } = KIND[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={`flex items-start gap-3 rounded-12 border-[3px] bg-white p-4 ${box}`}
    >
      <Icon name={kind} className={`mt-0.5 size-6 ${icon}`} />
      <div className="min-w-0 flex-1">
        <p className="text-std-17B-170">
          <span className="sr-only">{word}：</span>
          {title}
        </p>
        {children && <div className="mt-1">{children}</div>}
      </div>
    </div>
  );
}
