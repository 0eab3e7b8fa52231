import { Button } from '@/ui/button';
import { CONTROL } from '@/ui/form-field';

/** The way into the search, on every page. */
export function SearchBox() {
  return (
    <search className="max-w-full min-w-0">
      <form action="/search" className="flex items-center gap-2">
        <label htmlFor="site-search" className="sr-only">
          全体から探す
        </label>
        <input
          id="site-search"
          name="q"
          type="search"
          maxLength={200}
          className={`${CONTROL} h-9 min-w-0`}
          style={{ width: '13rem' }}
        />
        <Button variant="outline" size="sm">
          探す
        </Button>
      </form>
    </search>
  );
}
