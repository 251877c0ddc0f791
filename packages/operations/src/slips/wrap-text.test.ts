import { expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

const letters = (text: string): number => [...text].length

test('a line is never wider than its column and no word is lost', () => {
  const text =
    'Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận'
  for (let width = 1; width <= 60; width++) {
    const lines = wrapText(text, width, letters)
    expect(lines.every((line) => letters(line) <= width)).toBe(true)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  }
})

test('an address too wide for its column breaks at its dividers', () => {
  expect(wrapText('http://long-an.localhost/look-up?code=H39.21.01-260804-0001', 32, letters)).toEqual([
    'http://long-an.localhost/look-',
    'up?code=H39.21.01-260804-0001',
  ])
})

test('a letter keeps its marks when a word is broken', () => {
  expect(wrapText('nghiêng'.normalize('NFD'), 4, letters)).toEqual(['nghi', 'êng'])
})

test('line ends of the text are kept, empty lines too', () => {
  expect(wrapText('một\n\nhai', 10, letters)).toEqual(['một', '', 'hai'])
})
