/**
 * How V8 keeps a server's heap. On a large machine it would let garbage grow to several times of what is alive, and a young
 * generation to 130 MB. A bound on the heap would end the process under a burst; these only clean up sooner. A young generation
 * is cleaned within milliseconds by one thread; several spend more processor time on sharing the work than on doing it.
 */
export const ENGINE_FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=50', '--no-parallel-scavenge']
