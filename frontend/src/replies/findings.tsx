import type { Finding } from '@musubi/backend/contract/replies';
import { Icon } from '@/ui/icon';

const LEVEL = {
  error: { word: '要修正', look: 'text-error-2', icon: 'error' },
  warning: { word: '注意', look: 'text-solid-gray-800', icon: 'warning' },
} as const;

/** What stands between the draft and 決裁; each line leads to its place. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) {
    return (
      <p className="flex items-start gap-2">
        <Icon name="success" className="mt-0.5 size-6 text-success-2" />
        直すところはありません。決裁を依頼できます。
      </p>
    );
  }
  return (
    <ul className="grid gap-2">
      {findings.map(({ level, code, message, where }) => {
        const { word, look, icon } = LEVEL[level];
        return (
          <li key={`${code} ${where} ${message}`} className="flex items-start gap-2">
            <Icon name={icon} className={`mt-0.5 size-6 ${look}`} />
            <a href={`#${where}`} className={`underline underline-offset-4 ${look}`}>
              <span className="font-700">{word}：</span>
              {message}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
