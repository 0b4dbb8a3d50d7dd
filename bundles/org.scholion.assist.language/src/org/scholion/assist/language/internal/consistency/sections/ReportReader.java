package org.scholion.assist.language.internal.consistency.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.assist.language.internal.consistency.sections.Report.Tense;
import org.scholion.assist.language.internal.consistency.sections.ReportingVerbs.Use;
import org.scholion.assist.language.internal.languagetool.EnglishVerbs;
import org.scholion.assist.language.internal.languagetool.EnglishVerbs.Form;
import org.scholion.assist.language.internal.languagetool.EnglishVerbs.Reading;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.text.TextRange;

/**
 * Finds the main verbs of a block that report what was done or found: with "we", in the passive without an agent, or with what was
 * studied as the subject. Passes over what stands in the present by right or cannot be told: subordinate clauses, sentences about the
 * paper itself, about what is usual or possible, with a displayed formula, and quotations.
 */
final class ReportReader {

    private static final Set<String> PASSIVE_PAST = Set.of("was", "were");
    private static final Set<String> PASSIVE_PRESENT = Set.of("is", "are");
    /** What was studied and how: they answer and show in one experiment, not always. */
    private static final Set<String> STUDIED = FunctionWords.set("""
            participants patients subjects respondents volunteers students interviewees raters annotators users mice rats animals
            groups""");
    /** Before a main clause without a comma. */
    private static final Set<String> BEFORE_CLAUSE = FunctionWords.set("""
            and but or then so thus therefore hence finally first second third next also instead again later moreover furthermore
            additionally consequently subsequently afterwards similarly""");
    private static final Set<String> ADVERBS = Set.of("then", "first", "next", "also", "again", "each", "all", "both", "thus", "therefore", "now");
    /** Words behind which a clause depends on another, tells a condition, or names what something is. */
    private static final Set<String> SUBORDINATE = FunctionWords.set("""
            that which who whom whose what when where whenever wherever if unless whether how why because since as while whereas although
            though once until than provided suppose assuming before after so""");
    /** Of sentences about the paper, its parts and its conventions. */
    private static final Set<String> PAPER = FunctionWords.set("""
            here section sections subsection subsections appendix figure figures fig figs table tables equation equations eq eqs chapter
            below above paper article supplement supplementary following denote denotes denoted notation hereafter throughout
            definition theorem lemma proof algorithm follows terminology term terms interchangeably""");
    /** Of sentences about what is usual, possible or repeated. */
    private static final Set<String> GENERAL = FunctionWords.set("""
            usually typically generally often always commonly normally frequently sometimes currently today nowadays ever never can may
            might must should would could every whenever routinely regularly annually yearly monthly daily will shall let if when
            year month week day""");

    private final BlockText text;
    private final Quoted quoted;
    private final List<Report> reports = new ArrayList<>();
    private int presents;
    /** Whether a formula or "as follows" came, behind which it is told how something works. */
    private boolean explains;

    private ReportReader(BlockText text) {
        this.text = text;
        quoted = new Quoted(text.text());
    }

    static Told read(BlockText text) {
        ReportReader reader = new ReportReader(text);
        List<Word> words = text.words();
        int at = 0;
        for (TextRange sentence : text.sentences()) {
            int end = at;
            while (end < words.size() && words.get(end).start() < sentence.end()) {
                end++;
            }
            reader.readSentence(sentence, at, end);
            at = end;
        }
        return new Told(reader.reports, reader.presents);
    }

    private void readSentence(TextRange sentence, int from, int to) {
        List<Word> words = text.words().subList(from, to);
        boolean formula = text.placeholders().stream()
                .anyMatch(placeholder -> placeholder.kind() == PlaceholderKind.DISPLAY_MATH && sentence.contains(placeholder.offset()));
        boolean ofPaper = words.stream().anyMatch(word -> PAPER.contains(word.lower()));
        boolean judged = !formula && !ofPaper && text.at(sentence.end() - 1) != '?';
        explains |= formula || words.stream().anyMatch(word -> word.lower().equals("follows"));
        boolean factual = explains || words.stream().anyMatch(word -> GENERAL.contains(word.lower()));
        for (int i = from; i < to; i++) {
            Word word = text.words().get(i);
            if (word.open() && !quoted.holds(word.start()) && !isSubordinate(from, i)) {
                if (judged) {
                    report(i, to).filter(report -> report.tense() == Tense.PAST || !factual).ifPresent(reports::add);
                }
                presents += isPresent(i, to) ? 1 : 0;
            }
        }
    }

    /** Whether a clause in the present begins there, report or not, as far as two words tell. */
    private boolean isPresent(int i, int to) {
        String lower = text.words().get(i).lower();
        if (isAuthors(i)) {
            int verb = verbBehind(i, to);
            List<Reading> readings = verb < 0 ? List.of() : EnglishVerbs.readings(text.words().get(verb).lower());
            return reading(readings, Form.PLAIN).isPresent() && reading(readings, Form.PAST).isEmpty();
        }
        return PASSIVE_PRESENT.contains(lower);
    }

    /** The report whose subject or auxiliary is that word. */
    private Optional<Report> report(int i, int to) {
        String lower = text.words().get(i).lower();
        int verb = verbBehind(i, to);
        if (verb < 0) {
            return Optional.empty();
        }
        if (isAuthors(i)) {
            return active(verb, Use.WE);
        }
        if (STUDIED.contains(lower)) {
            return active(verb, Use.STUDIED);
        }
        boolean past = PASSIVE_PAST.contains(lower);
        return past || PASSIVE_PRESENT.contains(lower) ? passive(i, verb, past) : Optional.empty();
    }

    /** "We" or "I" that begins a clause, not a numeral or a relative clause without its pronoun: the data we use. */
    private boolean isAuthors(int i) {
        Word word = text.words().get(i);
        boolean begins = i == 0 || word.first() || !text.joinsNext(i - 1) || BEFORE_CLAUSE.contains(text.words().get(i - 1).lower());
        return begins && (word.lower().equals("we") || word.text().equals("I") && word.first());
    }

    /** The word behind that one and its adverbs; −1 when a sign or the end of the sentence comes before. */
    private int verbBehind(int i, int to) {
        int at = i;
        while (at + 1 < to && text.joinsNext(at)) {
            at++;
            String lower = text.words().get(at).lower();
            boolean adverb = ADVERBS.contains(lower) || lower.endsWith("ly") && lower.length() > 4 && !lower.endsWith("pply");
            if (!adverb) {
                return at;
            }
        }
        return -1;
    }

    private Optional<Report> active(int verb, Use use) {
        Word word = text.words().get(verb);
        List<Reading> readings = EnglishVerbs.readings(word.lower());
        Optional<Reading> past = reading(readings, Form.PAST);
        Optional<Reading> present = reading(readings, Form.PLAIN).or(() -> reading(readings, Form.THIRD_PERSON));
        if (past.isPresent() == present.isPresent()) {
            return Optional.empty();
        }
        Reading read = past.or(() -> present).get();
        boolean told = past.isPresent() || ReportingVerbs.reports(read.verb(), use);
        Tense tense = past.isPresent() ? Tense.PAST : Tense.PRESENT;
        return told ? Optional.of(new Report(word.range(), word.text(), Optional.of(read.verb()), tense)) : Optional.empty();
    }

    private Optional<Report> passive(int auxiliary, int verb, boolean past) {
        Word be = text.words().get(auxiliary);
        Word word = text.words().get(verb);
        Optional<Reading> participle = reading(EnglishVerbs.readings(word.lower()), Form.PARTICIPLE);
        if (isAgentBehind(verb) || participle.isEmpty()) {
            return Optional.empty();
        }
        if (!past && !ReportingVerbs.reports(participle.get().verb(), Use.PASSIVE)) {
            return Optional.empty();
        }
        TextRange range = new TextRange(be.start(), word.end());
        return Optional.of(new Report(range, range.of(text.text()), Optional.empty(), past ? Tense.PAST : Tense.PRESENT));
    }

    /** Whether somebody is named who did it, or what the thing counts as; "by adding" is a means. */
    private boolean isAgentBehind(int verb) {
        if (!text.joinsNext(verb)) {
            return false;
        }
        String next = text.words().get(verb + 1).lower();
        boolean means = text.joinsNext(verb + 1) && text.words().get(verb + 2).lower().endsWith("ing");
        return next.equals("as") || next.equals("by") && !means;
    }

    private static Optional<Reading> reading(List<Reading> readings, Form form) {
        return readings.stream().filter(reading -> reading.form() == form).findFirst();
    }

    /** Whether a word before it in the same clause makes the clause depend on another. */
    private boolean isSubordinate(int from, int word) {
        int start = text.words().get(word).start();
        for (int i = word - 1; i >= from; i--) {
            Word before = text.words().get(i);
            if (endsClause(before.end(), start)) {
                return false;
            }
            if (SUBORDINATE.contains(before.lower())) {
                return true;
            }
            start = before.start();
        }
        return false;
    }

    private boolean endsClause(int from, int to) {
        for (int i = from; i < to; i++) {
            if (",;:()–—".indexOf(text.at(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
