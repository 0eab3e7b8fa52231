/** What the form says above its items: what not to write (R4), what the contact is used for. */
export function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <section
      aria-label="記入に当たっての注意"
      className="max-w-4xl rounded-8 border border-solid-gray-420 bg-solid-gray-50 p-4"
    >
      <ul className="list-disc pl-6">
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </section>
  );
}
