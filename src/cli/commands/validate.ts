import { getRecordFormat, recordFormats } from '../../app/records/formats.ts'
import type { Finding } from '../../app/records/import-records.ts'
import { validateFiles } from '../../app/records/validate.ts'
import type { Command } from '../command.ts'
import { readInput } from '../input.ts'
import { formatOption, printAnswer } from '../output.ts'

export const validate: Command = {
  name: 'validate',
  usage: 'FORMAT PATH... [--year 2017/18] [--format table|csv|json]',
  summary: `what is wrong in the files of a return; nothing is recorded. Formats: ${recordFormats.map(({ key }) => key).join(', ')}`,
  words: { least: 2, most: Number.POSITIVE_INFINITY },
  options: { year: { type: 'string' }, ...formatOption },
  async run(args, around) {
    const [key = '', ...paths] = args.words
    const format = getRecordFormat(key)
    const files = await Promise.all(paths.map(readInput))
    const { refused, findings } = await validateFiles(format, files, args.text('year'))
    printAnswer<Finding>(args, around, {
      rows: findings,
      json: findings.map(asJson),
      columns: [
        { heading: 'Severity', cell: ({ severity }) => severity },
        { heading: 'Rule', cell: ({ rule }) => rule },
        { heading: 'File', cell: ({ file }) => file },
        { heading: 'Row', right: true, cell: ({ row }) => (row === null ? '' : `${row}`) },
        { heading: 'Child', cell: ({ subject }) => subject ?? '' },
        { heading: 'What', cell: ({ message }) => message },
      ],
    })
    if (findings.length === 0) around.remark('Nothing is wrong with these files, as far as is looked for.')
    return refused ? 1 : undefined
  },
}

const asJson = ({ rule, severity, message, file, table, row, fields, subject }: Finding) => ({
  rule,
  severity,
  message,
  locations: [{ file, table, row, fields }],
  child: subject,
})
