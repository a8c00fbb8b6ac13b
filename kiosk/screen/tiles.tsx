/** Things to choose from, a page at a time; never scrolled. */
import { type ReactNode, useState } from 'react'
import { useT } from './texts.ts'
import type { Capacity } from './use-screen.ts'

interface Paged<Entry> {
  /** The entries of the page of the moment. */
  shown: Entry[]
  /** The place for them: a row less when the keys need it. */
  capacity: Capacity
  /** The keys that turn the pages; null when all entries fit on one. */
  keys: ReactNode
}

/** @param capacity how many entries fit where no keys are needed */
export function usePages<Entry>(entries: readonly Entry[], capacity: Capacity): Paged<Entry> {
  const t = useT()
  const [wanted, setPage] = useState(0)
  if (entries.length <= capacity.columns * capacity.rows) return { shown: [...entries], capacity, keys: null }
  const less = { columns: capacity.columns, rows: capacity.rows - 1 }
  const size = less.columns * less.rows
  const pages = Math.ceil(entries.length / size)
  const page = Math.min(wanted, pages - 1)
  const keys = (
    <div className="page-keys">
      <button type="button" className="key" disabled={page === 0} onClick={() => setPage(page - 1)}>
        ‹ {t('previous')}
      </button>
      <output aria-label={t('pageOf', { page: page + 1, pages })}>
        {page + 1} / {pages}
      </output>
      <button type="button" className="key" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
        {t('next')} ›
      </button>
    </div>
  )
  return { shown: entries.slice(page * size, (page + 1) * size), capacity: less, keys }
}

/** The grid that holds a page of tiles, its rows always as high as on a full page. */
export function TileGrid(props: { capacity: Capacity; children: ReactNode }) {
  const { columns, rows } = props.capacity
  return (
    <ul
      className="tiles"
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
      }}
    >
      {props.children}
    </ul>
  )
}
