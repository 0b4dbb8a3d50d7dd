// What Harper says about texts, for run-grammar, which puts this file into the folder where npm installed the package harper.js.
//
// Says {"harper": VERSION, "node": VERSION} when it is ready. Then answers each line {"text": …, "language": TAG} of its input with a
// line: a list, in the order of the places, of objects with
//   start, end     the place, in UTF-16 units of the text
//   rule, kind     which of Harper's rules it is, and what that is about, such as Spelling
//   message        for people
//   replacements   what may stand in that place instead, the best first
// TAG is the BCP 47 tag of the paper's language; what names no variety that Harper has is checked as American.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Dialect, LocalLinter, SuggestionKind } from 'harper.js';
import { binary } from 'harper.js/binary';

const VERSION = JSON.parse(readFileSync(new URL('node_modules/harper.js/package.json', import.meta.url), 'utf8')).version;
const DIALECTS = { GB: Dialect.British, AU: Dialect.Australian, CA: Dialect.Canadian, IN: Dialect.Indian };
const linters = new Map();

async function linterFor(language) {
    const dialect = DIALECTS[/^en-(\w+)$/.exec(language)?.[1]] ?? Dialect.American;
    if (!linters.has(dialect)) {
        const linter = new LocalLinter({ binary, dialect });
        await linter.setup();
        linters.set(dialect, linter);
    }
    return linters.get(dialect);
}

function replacement(suggestion, problem) {
    switch (suggestion.kind()) {
        case SuggestionKind.Replace: return suggestion.get_replacement_text();
        case SuggestionKind.Remove: return '';
        case SuggestionKind.InsertAfter: return problem + suggestion.get_replacement_text();
        default: throw new Error(`harper.js ${VERSION} has a kind of suggestion that harper.mjs does not know: ${suggestion.kind()}`);
    }
}

function answer(text, rule, lint) {
    const { start, end } = lint.span();
    const problem = lint.get_problem_text();
    // the spans of harper.js 2.10.0 are in UTF-16 units, though its core counts characters; another version may do otherwise
    if (text.slice(start, end) !== problem) {
        throw new Error(`harper.js ${VERSION} does not count in UTF-16 units: ${start} to ${end} is not "${problem}" in: ${text}`);
    }
    const replacements = lint.suggestions().map(suggestion => replacement(suggestion, problem));
    return { start, end, rule, kind: lint.lint_kind(), message: lint.message(), replacements };
}

await linterFor('en-US');
console.log(JSON.stringify({ harper: VERSION, node: process.versions.node }));
for await (const line of createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    const text = question.text.toWellFormed(); // as Harper gets it: half of a surrogate pair alone becomes U+FFFD
    const linter = await linterFor(question.language);
    const answers = [];
    for (const [rule, lints] of Object.entries(await linter.organizedLints(text, { language: 'plaintext' }))) {
        answers.push(...lints.map(lint => answer(text, rule, lint)));
    }
    console.log(JSON.stringify(answers.sort((one, other) => one.start - other.start || one.end - other.end)));
}
