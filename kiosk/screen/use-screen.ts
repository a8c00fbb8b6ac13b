/** What the kiosk's screen allows: upright or lying, and the type size that the visitor chose. */
import { useEffect, useState } from 'react'

/** How many columns and rows of tiles fit on one page. */
export interface Capacity {
  columns: number
  rows: number
}
export interface ScreenShape {
  departments: Capacity
  services: Capacity
  matters: Capacity
  materials: Capacity
}

const shapes = {
  upright: {
    departments: { columns: 2, rows: 6 },
    services: { columns: 1, rows: 6 },
    matters: { columns: 1, rows: 3 },
    materials: { columns: 1, rows: 5 },
  },
  uprightLarge: {
    departments: { columns: 1, rows: 6 },
    services: { columns: 1, rows: 5 },
    matters: { columns: 1, rows: 2 },
    materials: { columns: 1, rows: 3 },
  },
  lying: {
    departments: { columns: 3, rows: 4 },
    services: { columns: 2, rows: 4 },
    matters: { columns: 1, rows: 3 },
    materials: { columns: 2, rows: 3 },
  },
  lyingLarge: {
    departments: { columns: 2, rows: 4 },
    services: { columns: 1, rows: 4 },
    matters: { columns: 1, rows: 2 },
    materials: { columns: 1, rows: 3 },
  },
} satisfies Record<string, ScreenShape>

const upright = window.matchMedia('(orientation: portrait)')

/** The shape of the moment; `large` also sets the type size of the whole page. */
export function useScreenShape(large: boolean): ScreenShape {
  const [isUpright, setIsUpright] = useState(upright.matches)
  useEffect(() => {
    const listen = () => setIsUpright(upright.matches)
    upright.addEventListener('change', listen)
    return () => upright.removeEventListener('change', listen)
  }, [])
  useEffect(() => {
    document.documentElement.classList.toggle('large', large)
  }, [large])
  if (isUpright) return large ? shapes.uprightLarge : shapes.upright
  return large ? shapes.lyingLarge : shapes.lying
}
