/** Turns the pages of a list that is longer than its place, by itself: nothing on a board scrolls. */
import { useEffect, useState } from 'react'

const pageMs = 8_000

/** @returns the entries of the page of the moment, which page it is (from 0), and how many there are */
export function usePage<Entry>(entries: readonly Entry[], size: number) {
  const [turn, setTurn] = useState(0)
  const pages = Math.max(1, Math.ceil(entries.length / size))
  useEffect(() => {
    if (pages === 1) return
    const timer = setInterval(() => setTurn((before) => before + 1), pageMs)
    return () => clearInterval(timer)
  }, [pages])
  const page = turn % pages
  return { shown: entries.slice(page * size, (page + 1) * size), page, pages }
}
