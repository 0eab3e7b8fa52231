/** What opens the evidence; who hears the page is told of what. */
export function Why({ of }: { of: string }) {
  return (
    <>
      根拠を見る<span className="sr-only">：{of}</span>
    </>
  );
}
