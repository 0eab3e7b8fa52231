/** How large a number is beside the others; the number itself stands next to it. */
export function Bar({ percent, className = 'bg-blue-800' }: { percent: number; className?: string }) {
  return (
    <span aria-hidden="true" className="mt-1 block h-3 w-full min-w-24 rounded-4 bg-solid-gray-50">
      <span
        className={`block h-3 rounded-4 ${className}`}
        style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
      />
    </span>
  );
}
