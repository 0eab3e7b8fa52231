import { Icon } from './icon';

/** Everything that is wrong, first on the form; each line leads to its field. */
export function ErrorSummary({
  message,
  fields = {},
  idPrefix = '',
}: {
  message: string;
  fields?: Record<string, string>;
  idPrefix?: string;
}) {
  return (
    <div role="alert" tabIndex={-1} className="rounded-12 border-[3px] border-error-1 bg-white p-4">
      <p className="flex items-start gap-2 text-std-17B-170 text-error-2">
        <Icon name="error" className="mt-0.5 size-6" />
        <span className="sr-only">エラー：</span>
        {message}
      </p>
      {Object.keys(fields).length > 0 && (
        <ul className="mt-2 ml-8 list-disc pl-4">
          {Object.entries(fields).map(([name, text]) => (
            <li key={name}>
              <a href={`#${idPrefix}${name}`} className="text-error-2 underline underline-offset-4">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
