const WIDTHS = ['100%', '88%', '94%', '70%', '82%'];

/** Stands where content will come. Only inside <Suspense>, on pages that nobody needs without JavaScript. */
export function Skeleton({ label = '読み込んでいます' }: { label?: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-3 motion-safe:animate-pulse">
      {WIDTHS.map((width) => (
        <div key={width} className="h-6 rounded-4 bg-solid-gray-100" style={{ width }} />
      ))}
    </div>
  );
}
