# One statement of the regulation language. A file is never parsed whole: the splitter cuts it into statements first.
# Terminals are kinds of lexemes (lexemes.ts). Every alternative only tags what it found; meaning is given in src/ast.
# A kind that can begin a statement stands nowhere else, so that a line break inside a statement cannot change it.

@preprocessor esmodule
@{%
const lexer = { has: () => true }
const tag = (k) => (d) => ({ k, d })
const item = (d) => [d[0]]
const more = (d) => [...d[0], d[2]]
const pick = (d) => d[0]
const nothing = () => []
%}
@lexer lexer

statement -> %LANGUAGE %LANG {% tag('language') %}
  | %REGULATION %STRING %OF %STRING {% tag('regulation') %}
  | %NATIONAL_ACT %STRING %OF %STRING {% tag('nationalAct') %}
  | %CALENDAR text {% tag('calendar') %}
  | %TITLE text {% tag('title') %}
  | %SYMBOL %SLUG {% tag('symbol') %}
  | %ISSUED %DATE {% tag('issued') %}
  | %ISSUED %DATE %BY %STRING {% tag('issued') %}
  | %EFFECTIVE %DATE {% tag('effective') %}
  | %EFFECTIVE %DATE %QUALIFIER {% tag('effective') %}
  | %CEASES %DATE {% tag('ceases') %}
  | %CEASES %DATE %QUALIFIER {% tag('ceases') %}
  | %AFFECTS strings {% tag('affects') %}
  | %AFFECTS strings %QUALIFIER {% tag('affects') %}
  | %COMPLIES slugs {% tag('complies') %}
  | %ARTICLES %NUMBER {% tag('articles') %}
  | %TRANSITION %NOT_REGULATED {% tag('transition') %}
  | %TRANSITION %CHOICE {% tag('transition') %}
  | %TRANSITION %CHOICE %UNDER citation {% tag('transition') %}
  | %DAY_COUNTING %FIRST_DAY %COMMA %DAY_END %COMMA %REST_DAY {% tag('dayCounting') %}
  | %LEVELS set {% tag('levels') %}
  | %LEVELS set %ALSO_CALLED %OPEN aliases %CLOSE {% tag('levels') %}
  | %TIERS set {% tag('tiers') %}
  | %TIERS set %SUCCEEDS %OPEN aliases %CLOSE {% tag('tiers') %}
  | %EXAMPLE_HOURS weekdays %COMMA ranges {% tag('exampleHours') %}
  | %EXAMPLE_INTAKE weekdays %COMMA ranges {% tag('exampleHours') %}
  | %EXAMPLE_SEASON %DATE %TO %DATE %COMMA ranges {% tag('exampleSeason') %}
  | %EXAMPLE_SEASON %DATE %TO %DATE %COMMA weekdays %COMMA ranges {% tag('exampleSeason') %}
  | %COVERS %DATE %TO %DATE {% tag('covers') %}
  | %KNOWN_THROUGH %DATE {% tag('knownThrough') %}
  | %ORIGIN %STRING {% tag('origin') %}
  | %DAY_KIND %DATE text {% tag('days') %}
  | %DAY_KIND %DATE %TO %DATE text {% tag('days') %}
  | %RULE %QUESTION {% tag('rule') %}
  | %CITE citations {% tag('cite') %}
  | %SOURCE %QUOTE {% tag('source') %}
  | %SOURCE %QUOTE %FINGERPRINT %STRING {% tag('source') %}
  | %REFERS citation {% tag('refers') %}
  | %REFERS citation %OF %SLUG {% tag('refers') %}
  | %REFERS citation %READ_AS citation {% tag('refersReadAs') %}
  | %HOLDS_FROM %DATE {% tag('holdsFrom') %}
  | %HOLDS_FROM %DATE %THROUGH %DATE {% tag('holdsFrom') %}
  | %HOLDS_THROUGH %DATE {% tag('holdsThrough') %}
  | %READING %SLUG {% tag('reading') %}
  | %READING %SLUG %QUOTE {% tag('reading') %}
  | %DEVIATES %QUOTE {% tag('deviates') %}
  | %DEVIATES %SLUG %QUOTE {% tag('deviates') %}
  | %BINDS %BINDING {% tag('binds') %}
  | %WHEN condition {% tag('when') %}
  | %OTHERWISE {% tag('otherwise') %}
  | %WITHIN duration %FROM %EVENT {% tag('within') %}
  | %PUBLISHED %FROM %EVENT {% tag('published') %}
  | %AT_LEAST quantity %BEFORE %EVENT {% tag('before') %}
  | %WITHIN sequence %FROM %EVENT {% tag('sequence') %}
  | %LATER_OF operands {% tag('later') %}
  | %EARLIER_OF operands {% tag('earlier') %}
  | %IMMEDIATELY %EVENT {% tag('at') %}
  | %NO_LATER %EVENT {% tag('at') %}
  | %SAME_DAY %EVENT {% tag('sameDay') %}
  | %NEXT_OPENING %EVENT {% tag('nextOpening') %}
  | %AS_AGREED {% tag('agreed') %}
  | %AS_AGREED %COMMA %UP_TO quantity {% tag('agreed') %}
  | %IN_TOTAL term %FROM %EVENT {% tag('ceiling') %}
  | %PAST_END %NAME {% tag('atEnd') %}
  | %REMIND_BEFORE quantity {% tag('remindBefore') %}
  | %REMIND_EVERY quantity %FROM %EVENT %UNTIL %EVENT {% tag('remindEvery') %}
  | %OUTSIDE_HOURS %NEXT_HOUR {% tag('outside') %}
  | %AFTER %TIME moved {% tag('cutoff') %}
  | %FROM_TIME %TIME moved {% tag('cutoff') %}
  | %ON_DAY %EVENT {% tag('onDay') %}
  | %VIA channels {% tag('via') %}
  | %VIA channels %COMMA %DEFAULT %NAME {% tag('via') %}
  | %PLUS set {% tag('plus') %}
  | %CONSISTS set {% tag('consists') %}
  | %CLASSIFY %NAME %IF test {% tag('classify') %}
  | %SCORE %NUMBER %POINT {% tag('score') %}
  | %SCORE %NUMBER %POINT %IF test {% tag('score') %}
  | %MISSING {% tag('missing') %}
  | %ADDS %OPEN questions %CLOSE {% (d) => ({ k: 'adds', d: [d[0], d[2]] }) %}
  | %RATIO counts %SLASH counts ratioWords {% tag('ratio') %}
  | %SCALE %OPEN aliases %CLOSE {% (d) => ({ k: 'scale', d: [d[0], d[2]] }) %}
  | %MOVE move {% tag('move') %}
  | %STARTS %STATE {% tag('starts') %}
  | %ENDS %STATE {% tag('ends') %}
  | %FORM parts %COMMA %LETTERS %COMMA %COLLISION {% tag('form') %}
  | %ANSWER {% tag('answer') %}
  | %AT_MOST times {% tag('count') %}
  | %AT_MOST share {% tag('share') %}
  | %AT_MOST quantity {% tag('amount') %}
  | %DETERMINED word {% tag('determined') %}
  | %FOLLOWS citation %OF %SLUG {% tag('follows') %}
  | %FOLLOWS citation %OF %SLUG %STANDING {% tag('follows') %}
  | %OTHERWISE_FOLLOWS citation %OF %SLUG {% tag('otherwiseFollows') %}
  | %OTHERWISE_FOLLOWS citation %OF %SLUG %STANDING {% tag('otherwiseFollows') %}
  | %TEXT_READS %STRING {% tag('textReads') %}
  | %PERIODIC set rate sentTo about {% tag('schedule') %}
  | %NOT_RECORDED %QUOTE {% tag('notRecorded') %}
  | %NOT_RECORDED %QUOTE %SLASH %QUOTE {% tag('notRecorded') %}
  | %EXAMPLE %STRING %COLON %GIVEN facts %THEN %QUESTION %IS value {% tag('example') %}

weekdays -> %WEEKDAY {% item %}
  | %WEEKDAY %TO %WEEKDAY {% (d) => [d[0], d[2]] %}

text -> %STRING {% tag('text') %}
  | %STRING %SLASH %STRING {% tag('text') %}

strings -> %STRING {% item %}
  | strings %COMMA %STRING {% more %}

slugs -> %SLUG {% item %}
  | slugs %COMMA %SLUG {% more %}

set -> %OPEN words %CLOSE {% (d) => d[1] %}

words -> word {% item %}
  | words %COMMA word {% more %}

word -> %NAME {% pick %}
  | %NUMBER {% pick %}

aliases -> alias {% item %}
  | aliases %COMMA alias {% more %}

alias -> word %EQUALS word {% tag('alias') %}

ranges -> range {% item %}
  | ranges %COMMA range {% more %}

range -> %TIME %MINUS %TIME {% tag('range') %}

citations -> citation {% item %}
  | citations %COMMA citation {% more %}

citation -> %POINT %LETTER %CLAUSE %NUMBER %ARTICLE %NUMBER {% tag('point') %}
  | %CLAUSE %NUMBER %ARTICLE %NUMBER {% tag('clause') %}
  | %POINT %LETTER %ARTICLE %NUMBER {% tag('pointOfArticle') %}
  | %ARTICLE %NUMBER {% tag('article') %}
  | %REF {% tag('reference') %}

duration -> term {% pick %}
  | share {% pick %}

term -> quantity {% tag('term') %}
  | quantity %COMMA %MONTH_END {% tag('term') %}

sequence -> term %AND_THEN term {% (d) => [d[0], d[2]] %}
  | sequence %AND_THEN term {% more %}

moved -> %NEXT_DAY {% pick %}
  | %TO_OPENING {% pick %}

quantity -> %NUMBER unit {% tag('quantity') %}
  | %NUMBER %NUMWORD unit {% tag('quantity') %}

unit -> %UNIT {% pick %}
  | %BARE_UNIT {% pick %}

share -> %FRACTION %TOTAL_TIME {% tag('share') %}
  | %FRACTION %TOTAL_TIME %COMMA %ROUNDING {% tag('share') %}
  | %FRACTION %TOTAL_TIME %COMMA %ROUNDING %COMMA %SUB_DAY {% tag('share') %}

times -> %ONCE {% tag('times') %}
  | %NUMBER %TIMES {% tag('times') %}
  | %NUMBER %NUMWORD %TIMES {% tag('times') %}

operands -> sum %AND sum {% (d) => [d[0], d[2]] %}
  | sum %COMMA operands {% (d) => [d[0], ...d[2]] %}

rate -> null {% nothing %}
  | %COMMA %EVERY_PERIOD times %OR_MORE {% (d) => d[2] %}

sentTo -> null {% nothing %}
  | %COMMA %SENT_TO set {% (d) => d[2] %}

about -> null {% nothing %}
  | %COMMA %ABOUT set {% (d) => d[2] %}

sum -> %EVENT {% tag('sum') %}
  | %EVENT %PLUS_SIGN term {% tag('sum') %}
  | %EVENT %MINUS term {% tag('sum') %}

channels -> %NAME {% tag('channel') %}
  | %QUANTIFIER set {% tag('channels') %}

comparison -> %EQUALS {% pick %}
  | %COMPARE {% pick %}

condition -> condition %OR both {% tag('or') %}
  | both {% pick %}

both -> both %AND single {% tag('and') %}
  | single {% pick %}

single -> %NOT single {% tag('not') %}
  | %LPAREN condition %RPAREN {% (d) => d[1] %}
  | %FLAG {% tag('flag') %}
  | %DIMENSION %IS word {% tag('is') %}
  | %DIMENSION %IN set {% tag('in') %}

test -> test %OR testBoth {% tag('or') %}
  | testBoth {% pick %}

testBoth -> testBoth %AND testSingle {% tag('and') %}
  | testSingle {% pick %}

testSingle -> %NOT testSingle {% tag('not') %}
  | %LPAREN test %RPAREN {% (d) => d[1] %}
  | %SETTLED {% tag('settled') %}
  | %FLAG {% tag('flag') %}
  | %DIMENSION %IS word {% tag('is') %}
  | %DIMENSION %IN set {% tag('in') %}
  | %NAME comparison %NAME {% tag('points') %}
  | %NUMERIC comparison amount {% tag('number') %}

amount -> decimal {% tag('amount') %}
  | decimal %PERCENT {% tag('amount') %}
  | decimal %POINT {% tag('amount') %}

decimal -> %NUMBER {% tag('decimal') %}
  | %DECIMAL {% tag('decimal') %}
  | %REF {% tag('decimal') %}

questions -> %QUESTION {% item %}
  | questions %COMMA %QUESTION {% more %}

counts -> %NAME {% item %}
  | %LPAREN population %RPAREN {% (d) => d[1] %}

population -> %NAME %PLUS_SIGN %NAME {% (d) => [d[0], d[2]] %}
  | population %PLUS_SIGN %NAME {% more %}

ratioWords -> null {% () => [] %}
  | ratioWords %COMMA ratioWord {% more %}

ratioWord -> %TIMES_BY %NUMBER {% tag('times') %}
  | %ROUND_TO %NUMBER %DECIMALS {% tag('decimals') %}
  | %EMPTY {% tag('empty') %}
  | %MAY_EXCEED {% tag('mayExceed') %}

move -> %STATE %INTO %STATE timing onlyIf {% tag('move') %}

timing -> null {% () => [] %}
  | %TIMED_BY %QUESTION {% (d) => d %}
  | %AT_ONCE {% (d) => d %}

onlyIf -> null {% () => [] %}
  | %IF test {% (d) => d %}

moves -> move {% item %}
  | moves %COMMA move {% more %}

parts -> %OPEN partList %CLOSE {% (d) => d[1] %}

partList -> part {% item %}
  | partList %COMMA part {% more %}

part -> %STRING {% tag('part') %}
  | %NAME {% tag('part') %}
  | %NAME %NUMBER %DIGITS {% tag('part') %}

facts -> fact {% item %}
  | facts %COMMA fact {% more %}

fact -> %EVENT %AT moment {% tag('eventFact') %}
  | %AS_OF moment {% tag('asOf') %}
  | %DIMENSION %IS word {% tag('is') %}
  | %FLAG {% tag('flag') %}
  | %NOT %FLAG {% tag('notFlag') %}
  | %PUBLISHED_LIMIT %IS quantity {% tag('limitFact') %}
  | %NUMERIC %IS amount {% tag('numberFact') %}
  | %NAME %IS %NUMBER {% tag('countFact') %}
  | %NAME %IS %STRING {% tag('partFact') %}
  | %PAUSED moment %BECAUSE word {% tag('openPause') %}
  | %PAUSED moment %TO moment %BECAUSE word {% tag('pause') %}
  | %OUTAGE moment {% tag('openOutage') %}
  | %OUTAGE moment %TO moment {% tag('outage') %}

moment -> %DATETIME {% tag('moment') %}
  | %TIME %DATE {% tag('moment') %}

value -> moment {% pick %}
  | %DATE {% tag('date') %}
  | quantity {% pick %}
  | quantity %BY_AGREEMENT {% tag('agreedValue') %}
  | %BY_AGREEMENT {% tag('agreedValue') %}
  | times {% pick %}
  | %OPEN moments %CLOSE {% tag('momentsValue') %}
  | set {% tag('setValue') %}
  | %QUANTIFIER set {% tag('noticeValue') %}
  | %QUANTIFIER set %ALONG_WITH set {% tag('noticeValue') %}
  | %QUANTIFIER set %COMMA %DEFAULT %NAME {% tag('choiceValue') %}
  | set %COMMA %EVERY_PERIOD times %OR_MORE sentTo about {% ([set, , , rate, , to, about]) => tag('scheduleValue')([set, rate, to, about]) %}
  | set %COMMA %SENT_TO set about {% ([set, , , to, about]) => tag('scheduleValue')([set, [], to, about]) %}
  | set %COMMA %ABOUT set {% ([set, , , about]) => tag('scheduleValue')([set, [], [], about]) %}
  | word {% tag('name') %}
  | %YES {% tag('yes') %}
  | %NOT {% tag('no') %}
  | %NOT_REGULATED {% tag('silent') %}
  | %NOT_AT_HAND {% tag('notAtHand') %}
  | decimal %PERCENT {% tag('number') %}
  | decimal %POINT {% tag('number') %}
  | %NO_DATA {% tag('noData') %}
  | %OPEN aliases %CLOSE {% (d) => ({ k: 'scaleValue', d: [d[1]] }) %}
  | %OPEN moves %CLOSE {% (d) => ({ k: 'movesValue', d: [d[1]] }) %}
  | %OPEN questions %CLOSE {% (d) => ({ k: 'questionsValue', d: [d[1]] }) %}
  | %STRING {% tag('text') %}
  | %NO_DATE {% tag('noDate') %}

moments -> moment {% item %}
  | moments %COMMA moment {% more %}
