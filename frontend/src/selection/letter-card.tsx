import type { OutcomeLetter } from '@musubi/backend/contract/selection';
import { Card } from '@/ui/card';
import { Moment } from '@/ui/time';

/** 通知文 as it was issued. */
export function LetterCard({ letter }: { letter: OutcomeLetter }) {
  return (
    <Card title={letter.subject}>
      <div className="grid gap-4">
        <p>
          {letter.addressee}　<Moment value={letter.issuedAt} />
        </p>
        {letter.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          <a
            href={`/api/applications/${letter.applicationId}/letter.pdf`}
            className="text-blue-1000 underline underline-offset-4"
          >
            通知文（PDF）
          </a>
        </p>
      </div>
    </Card>
  );
}
