/** Words in both languages, Chinese first and larger. */
import type { Text } from '../protocol/vocabulary.ts'
import { catalogue, type Word } from './texts.ts'

export function Both({ text }: { text: Text }) {
  return (
    <span className="both">
      <span lang="zh-CN">{text.zh}</span> <span lang="en">{text.en}</span>
    </span>
  )
}

export function Say({ word }: { word: Word }) {
  return <Both text={{ zh: catalogue.zh[word], en: catalogue.en[word] }} />
}
