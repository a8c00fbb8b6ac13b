/** A QR code as one crisp shape. */
import { create } from 'qrcode'

const quietZone = 2

/** @param props.text ASCII, such as an address */
export function QrCode(props: { text: string; label: string }) {
  const { modules } = create(props.text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quietZone
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + quietZone} ${row + quietZone}h1v1h-1z`
    }
  }
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={props.label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
