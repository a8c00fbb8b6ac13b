/**
 * How text falls on paper of a given width. A printer in its Chinese mode has two widths of character: one column
 * for what GB18030 writes in one byte, two columns for all else.
 */
import iconv from 'iconv-lite'
import type { PlanPrinter } from '../../protocol/plan.ts'

/** The printable width in columns of 12 dots, at 8 dots a millimetre. */
const columnsOfPaper: Readonly<Record<PlanPrinter['widthMm'], number>> = { 58: 32, 80: 48 }
export const dotsPerColumn = 12
/** The height of a character of size 1. */
export const dotsPerLine = 24

/** How many columns of size 1 a line has on paper of this width. */
export function columnsOn(widthMm: PlanPrinter['widthMm']): number {
  return columnsOfPaper[widthMm]
}

/** The bytes of a text without anything that a printer could take for a command. */
export function gb18030(text: string): Buffer {
  return iconv.encode(printable(text), 'gb18030')
}

/** How many columns of its own size a text takes. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += character <= '\x7f' ? 1 : 2
  return columns
}

/**
 * Breaks a text into lines of at most `columns` columns, about equally long: between sentences where that costs no
 * line, else between words. A number stays with its measure word (5人), and Chinese punctuation begins no line.
 */
export function wrap(text: string, columns: number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(printable(paragraph).trim(), columns))
}

function wrapParagraph(text: string, columns: number): string[] {
  const lines = balanced(text, columns)
  const sentences = text.split(/(?<=[。！？])|(?<=[.!?]) /)
  const bySentence = sentences.flatMap((sentence) => balanced(sentence, columns))
  return bySentence.length <= lines.length ? bySentence : lines
}

function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Z}]/gu, ' ')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
}

/** The narrowest setting that needs no more lines than the full width does. */
function balanced(text: string, columns: number): string[] {
  const greedy = filled(text, columns)
  for (let narrower = Math.ceil(columnsOf(text) / greedy.length); narrower < columns; narrower += 1) {
    const lines = filled(text, narrower)
    if (lines.length === greedy.length) return lines
  }
  return greedy
}

/** A Latin word or one other character, with what must not be parted from it. */
const inseparable = /[（《「『【〔“‘]*(?:\d+\p{Script=Han}|[!-~]+|.)[，。、；：！？）》」』】〕”’…]*/gu

function filled(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let lineColumns = 0
  for (const piece of piecesOf(text, columns)) {
    const pieceColumns = columnsOf(piece)
    if (lineColumns + (piece === ' ' ? 0 : pieceColumns) > columns) {
      lines.push(line.trimEnd())
      line = ''
      lineColumns = 0
    }
    if (line === '' && piece === ' ') continue
    line += piece
    lineColumns += pieceColumns
  }
  lines.push(line.trimEnd())
  return lines
}

function piecesOf(text: string, columns: number): string[] {
  const units = text.match(inseparable) ?? []
  return units.flatMap((unit) => (columnsOf(unit) > columns ? [...unit] : [unit]))
}
