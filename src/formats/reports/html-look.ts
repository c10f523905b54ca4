/** All that the page needs stands in it: it is opened from a folder or a letter, where there is no server. On paper it is A4, and no row is cut in two. */
export const htmlStyles = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; color: #16232b; background: #fff; }
header { background: #123f4d; color: #fff; border-bottom: 5px solid #7b3f72; padding: 2rem 1rem 1.5rem; }
header > *, main, footer { max-width: 62rem; margin-inline: auto; }
main, footer { padding: 0 1rem 3rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 auto .25rem; }
header p { margin: 0 auto .5rem; }
h2 { font-size: 1.5rem; line-height: 1.25; color: #123f4d; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.19rem; color: #123f4d; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
h1, h2, h3, h4, th { font-weight: 600; overflow-wrap: break-word; }
p, li { max-width: 68ch; overflow-wrap: break-word; }
p { margin: 0 0 .75rem; }
a { color: #14607a; }
:focus-visible { outline: 3px solid #0b0c0c; background: #fd0; color: #0b0c0c; }
.finding { background: #f4f7f8; border-left: 4px solid #7b3f72; padding: .75rem 1rem; font-weight: 600; }
.table { position: relative; overflow-x: auto; margin: 1rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #d3dade; white-space: pre-line; }
thead th { border-bottom: 2px solid #123f4d; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 9rem; }
.n { text-align: right; white-space: nowrap; }
.main { background: #f4f7f8; }
td.main { font-weight: 600; }
.none, .notes { color: #4a5860; }
.notes { font-size: .875rem; padding-left: 1.25rem; }
.rating { font-weight: 600; }
.rating svg { width: .8em; height: .8em; margin-right: .35em; }
.rating-green { color: #17603a; } .rating-amber { color: #754600; } .rating-red, .rating-below { color: #a3211b; }
.trend { width: 4.75rem; height: 1.25rem; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@page { size: A4; margin: 15mm 13mm; }
@media print {
  body { font-size: 10.5pt; }
  header { print-color-adjust: exact; -webkit-print-color-adjust: exact; padding-top: 1rem; }
  table { font-size: 9pt; }
  .table { overflow: visible; }
  h2, h3, h4, caption, thead { break-after: avoid; }
  tr, .finding, li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`
