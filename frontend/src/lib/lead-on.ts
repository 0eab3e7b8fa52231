import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';

/** After a change, on to another page. A redirect alone would keep the head of the case as it was before the change. */
export function leadOn(path: Route): never {
  revalidatePath('/', 'layout');
  redirect(path);
}
