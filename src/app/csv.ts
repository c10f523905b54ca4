export { type CsvTable, csvText } from '../formats/csv-text.ts'
