/** The one style sheet of the sandbox. */
export const style = `
:root { color-scheme: light; --ink: #1c1b19; --soft: #57534e; --line: #d6d3d1; --ground: #f5f4f2; --accent: #0b5394; --out: #a11a1a; --working: #1a6b37 }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--ground); font: 1rem/1.55 'Be Vietnam Pro', system-ui, sans-serif; overflow-wrap: anywhere }
a { color: var(--accent) }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; left: -999rem }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding: 1rem max(1rem, calc(50vw - 30rem)); background: #fff; border-bottom: 1px solid var(--line) }
header h1 { margin: 0 auto 0 0; font-size: 1.35rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; flex-basis: 100% }
nav a { padding: .5rem 0; text-decoration: none; border-bottom: 3px solid transparent }
nav a[aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 600 }
main { max-width: 62rem; margin: 0 auto; padding: 1rem }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem }
.count, .hint, .sender { color: var(--soft); font-weight: 400; font-size: .9rem }
.hint { display: block }
label { font-weight: 600 }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: .25rem }
input:not([type=hidden]) { font: inherit; padding: .45rem .6rem; border: 2px solid var(--soft); border-radius: 4px; background: #fff; min-width: 0; flex: 1 1 14rem; max-width: 24rem }
button { font: inherit; min-height: 2.75rem; padding: .4rem 1rem; border: 2px solid var(--accent); border-radius: 4px; background: var(--accent); color: #fff; cursor: pointer }
button.quiet { background: #fff; color: var(--accent) }
.empty { padding: 1.5rem; background: #fff; border: 1px dashed var(--line) }
ul.letters { list-style: none; margin: 0; padding: 0; background: #fff; border: 1px solid var(--line) }
.letters li { display: grid; gap: .1rem .75rem; padding: .75rem 1rem; border-bottom: 1px solid var(--line) }
.letters li:last-child { border: 0 }
.letters a { font-weight: 600 }
.letters span, .letters time { color: var(--soft); font-size: .9rem }
dl { display: grid; grid-template-columns: minmax(6rem, 1fr) 2fr; gap: .25rem 1rem; margin: 0 0 1rem }
dt { color: var(--soft) }
dd { margin: 0 }
.letter { white-space: pre-wrap; background: #fff; border: 1px solid var(--line); padding: 1.25rem }
.phones { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); align-items: start }
.phone { background: #fff; border: 2px solid var(--ink); border-radius: 1.25rem; padding: 1rem }
.phone h3 { margin: 0 0 .5rem; text-align: center }
.phone ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem }
.phone li { background: #eaf1f8; border-radius: .25rem 1rem 1rem 1rem; padding: .6rem .8rem }
.phone p { margin: 0 }
.text { white-space: pre-wrap }
.outages { margin-top: 2.5rem; padding-top: .5rem; border-top: 1px solid var(--line) }
.outages ul { list-style: none; padding: 0 }
.outages li { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-bottom: .5rem }
.state { font-weight: 600; min-width: 16rem }
.state.out { color: var(--out) }
.state.working { color: var(--working) }
select { font: inherit; padding: .45rem .6rem; border: 2px solid var(--soft); border-radius: 4px; background: #fff; max-width: 100% }
input[type=checkbox] { flex: none; width: 1.4rem; height: 1.4rem; vertical-align: middle; padding: 0 }
.states { display: grid; gap: .75rem; padding: 0; list-style: none }
.states > li { background: #fff; border: 1px solid var(--line); padding: .75rem 1rem }
@media (min-width: 48rem) { .letters li { grid-template-columns: 2fr 1.4fr 1.4fr auto } }
`
