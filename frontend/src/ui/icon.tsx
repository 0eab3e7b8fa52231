/** Icons say again what a text says: they are hidden from screen readers. */
const PATHS = {
  success: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.6-4.5-4.5 1.4-1.4 3.1 3.1 6.6-6.6 1.4 1.4-8 8Z',
  error: 'M8.3 2h7.4L22 8.3v7.4L15.7 22H8.3L2 15.7V8.3L8.3 2Zm2.7 5v6h2V7h-2Zm0 8v2h2v-2h-2Z',
  warning: 'M12 2.5 1 21.5h22L12 2.5ZM11 10h2v5h-2v-5Zm0 6.5h2v2h-2v-2Z',
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z',
  lock: 'M7 10V7a5 5 0 0 1 10 0v3h1.5v11h-13V10H7Zm2 0h6V7a3 3 0 0 0-6 0v3Zm2 4v3h2v-3h-2Z',
  envelope: 'M2 4h20v16H2V4Zm2 3.2V18h16V7.2l-8 5.6-8-5.6ZM5.2 6l6.8 4.8L18.8 6H5.2Z',
  chevron: 'm9 5 7 7-7 7-1.4-1.4 5.6-5.6-5.6-5.6L9 5Z',
  check: 'm9.5 18-6-6L5 10.500l4.500 4.500L19 5.500 20.500 7l-11 11Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className = 'size-6' }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true" className={`inline-block shrink-0 ${className}`}>
      <path d={PATHS[name]} />
    </svg>
  );
}
