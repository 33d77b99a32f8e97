/** Reached by nothing of ours (see the page for unknown addresses); it takes the place of one with inline styles. */
export default function NotFound() {
  return <h1>404</h1>
}
