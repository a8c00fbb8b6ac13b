/** How a process of ours is told to stop, and stops: once, cleanly. */

const parentCheckMs = 500

/**
 * Runs `close` at Ctrl-C or SIGTERM and then ends the process; a second signal ends it at once.
 * @param startedByNpm npm passes a SIGTERM to its shell and not to us: so the end of that shell is our signal too
 */
export function onStop(close: () => Promise<void>, startedByNpm: boolean): void {
  let isClosing = false
  const stop = async () => {
    if (isClosing) process.exit(1)
    isClosing = true
    clearInterval(watch)
    await close()
    process.exit(0)
  }
  const parent = process.ppid
  const watch = setInterval(() => {
    if (startedByNpm && process.ppid !== parent) void stop()
  }, parentCheckMs)
  watch.unref()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
