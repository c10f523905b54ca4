import { expect, test } from 'vitest'
import { periodLabels } from './period-labels.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthsTo = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    label: months[index % 12] ?? '',
    yearLabel: String(2020 + Math.floor(index / 12)),
  }))

const labels = (count: number, width: number): readonly string[] =>
  periodLabels(monthsTo(count), (index) => 40 + (index * (width - 60)) / (count - 1), {
    y: 0,
    left: 0,
    right: width,
  }).map(({ content }) => content)

test('names every month where there is room, with the year under the first', () => {
  expect(labels(6, 820)).toEqual(['Jan', '2020', 'Feb', 'Mar', 'Apr', 'May', 'Jun'])
})

test('counts back from the last month and gives each new year its number', () => {
  expect(labels(24, 320)).toEqual(['Mar', '2020', 'Jun', 'Sep', 'Dec', 'Mar', '2021', 'Jun', 'Sep', 'Dec'])
})

test('thins ten years to years', () => {
  expect(labels(120, 320).filter((each) => each === 'Dec')).toHaveLength(5)
})
