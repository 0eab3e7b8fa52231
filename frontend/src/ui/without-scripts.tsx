/** Says that this page needs no JavaScript: the front proxy then sends it without any (infra/without-scripts.mjs). */
export function WithoutScripts() {
  return <meta name="scripts" content="none" />;
}
