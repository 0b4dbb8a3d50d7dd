package org.scholion.assist.writing.internal.extract;

import java.util.HashSet;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.SectionKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;

/** What is known of a sentence. {@code models/extractive-drafts} learns a weight for each, by its name. */
enum SentenceFeature {
    PLACE((facts, i) -> (double) i / facts.size()),
    FROM_START((facts, i) -> Math.log(1 + i)),
    FROM_END((facts, i) -> Math.log(1 + facts.size() - i)),
    SECTION_PLACE((facts, i) -> (double) facts.sentence(i).section() / Math.max(1, facts.paper().headings().size())),
    FIRST_SECTION((facts, i) -> is(facts.sentence(i).section() == facts.sentence(0).section())),
    LAST_SECTION((facts, i) -> is(facts.sentence(i).section() == facts.sentence(facts.size() - 1).section())),
    IN_INTRODUCTION(in(SectionKind.INTRODUCTION)),
    IN_RELATED(in(SectionKind.RELATED)),
    IN_METHOD(in(SectionKind.METHOD)),
    IN_RESULT(in(SectionKind.RESULT)),
    IN_DISCUSSION(in(SectionKind.DISCUSSION)),
    IN_CONCLUSION(in(SectionKind.CONCLUSION)),
    FIRST_PARAGRAPH(of(sentence -> is(sentence.paragraph() == 0))),
    LAST_PARAGRAPH(of(sentence -> is(sentence.paragraph() == sentence.paragraphs() - 1))),
    PARAGRAPH_PLACE(of(sentence -> (double) sentence.paragraph() / sentence.paragraphs())),
    FIRST_OF_PARAGRAPH(of(sentence -> is(sentence.position() == 0))),
    LAST_OF_PARAGRAPH(of(sentence -> is(sentence.position() == sentence.count() - 1))),
    POSITION(of(sentence -> Math.min(sentence.position(), 6))),
    PARAGRAPH_LENGTH(of(sentence -> Math.min(sentence.count(), 12))),
    INDEX_IN_KIND((facts, i) -> Math.log(1 + facts.inKind(i).index())),
    WORDS(of(sentence -> Math.min(sentence.words(), 60))),
    SHORT(of(sentence -> is(sentence.words() < 8))),
    LONG(of(sentence -> is(sentence.words() > 40))),
    LOG_WORDS(of(sentence -> Math.log(1 + sentence.words()))),
    TITLE_SHARE((facts, i) -> titleTerms(facts, i) / Math.max(1, facts.titleTermCount())),
    TITLE_TERMS(SentenceFeature::titleTerms),
    FREQUENT_SHARE((facts, i) -> mean(facts, i, term -> is(facts.frequent(term)))),
    LOG_FREQUENCY((facts, i) -> mean(facts, i, term -> Math.log(facts.frequency(term)))),
    FREQUENCY((facts, i) -> mean(facts, i, term -> 100.0 * facts.frequency(term) / facts.termCount())),
    HEADING_SHARE((facts, i) -> mean(facts, i, term -> is(facts.inHeading(term)))),
    LIKE_WHOLE(PaperFacts::likeWhole),
    LIKE_INTRODUCTION(PaperFacts::likeIntroduction),
    LIKE_CONCLUSION(PaperFacts::likeConclusion),
    LIKE_BOTH((facts, i) -> Math.min(facts.likeIntroduction(i), facts.likeConclusion(i))),
    LIKE_SECTION(PaperFacts::likeSection),
    PAPER_LENGTH((facts, i) -> Math.log(facts.size())),
    WE_PRESENT(cue(Cue.WE_PRESENT)),
    THIS_PAPER(cue(Cue.THIS_PAPER)),
    RESULT(cue(Cue.RESULT)),
    PROBLEM(cue(Cue.PROBLEM)),
    CONCLUSION(cue(Cue.CONCLUSION)),
    IMPORTANCE(cue(Cue.IMPORTANCE)),
    POINTER(cue(Cue.POINTER)),
    EXAMPLE(cue(Cue.EXAMPLE)),
    FUTURE(cue(Cue.FUTURE)),
    THANKS(cue(Cue.THANKS)),
    CONNECTED(cue(Cue.CONNECTED)),
    OUTLINE(cue(Cue.OUTLINE)),
    WE(cue(Cue.WE)),
    QUESTION(cue(Cue.QUESTION)),
    CITATIONS(placeholders(PlaceholderKind.CITATION)),
    REFERENCES(placeholders(PlaceholderKind.CROSS_REFERENCE)),
    FORMULAS(placeholders(PlaceholderKind.INLINE_MATH)),
    NUMBERS(of(sentence -> count(Patterns.NUMBER, sentence.text()))),
    BRACKETS(of(sentence -> count(Patterns.BRACKET, sentence.text()))),
    SMALL_START(of(sentence -> is(!Character.isUpperCase(sentence.text().codePointAt(0))))),
    NO_STOP(of(sentence -> is(!sentence.text().endsWith(".")))),
    INTRODUCTION_START((facts, i) -> within(facts, i, SectionKind.INTRODUCTION, true)),
    INTRODUCTION_END((facts, i) -> within(facts, i, SectionKind.INTRODUCTION, false)),
    CONCLUSION_START((facts, i) -> within(facts, i, SectionKind.CONCLUSION, true)),
    CONCLUSION_FIRST((facts, i) -> is(facts.sentence(i).kind() == SectionKind.CONCLUSION && facts.inKind(i).index() < 3)),
    INTRODUCTION_LAST((facts, i) -> is(facts.sentence(i).kind() == SectionKind.INTRODUCTION
            && facts.inKind(i).count() - facts.inKind(i).index() < 8)),
    AMONG_FIRST_5((facts, i) -> is(i < 5)),
    AMONG_FIRST_15((facts, i) -> is(i < 15)),
    WE_PRESENT_AT_ENDS(of(sentence -> is(atEnds(sentence) && Cue.WE_PRESENT.in(sentence.text())))),
    THIS_PAPER_AT_ENDS(of(sentence -> is(atEnds(sentence) && Cue.THIS_PAPER.in(sentence.text())))),
    RESULT_AT_ENDS(of(sentence -> is((atEnds(sentence) || sentence.kind() == SectionKind.DISCUSSION) && Cue.RESULT.in(sentence.text())))),
    PROBLEM_IN_INTRODUCTION(of(sentence -> is(sentence.kind() == SectionKind.INTRODUCTION && Cue.PROBLEM.in(sentence.text()))));

    private final ToDoubleBiFunction<PaperFacts, Integer> value;

    SentenceFeature(ToDoubleBiFunction<PaperFacts, Integer> value) {
        this.value = value;
    }

    double of(PaperFacts facts, int sentence) {
        return value.applyAsDouble(facts, sentence);
    }

    private static final class Patterns {
        private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
        private static final Pattern BRACKET = Pattern.compile("\\(");
    }

    private static double is(boolean so) {
        return so ? 1 : 0;
    }

    private static ToDoubleBiFunction<PaperFacts, Integer> of(ToDoubleFunction<PaperSentence> value) {
        return (facts, i) -> value.applyAsDouble(facts.sentence(i));
    }

    private static ToDoubleBiFunction<PaperFacts, Integer> in(SectionKind kind) {
        return of(sentence -> is(sentence.kind() == kind));
    }

    private static ToDoubleBiFunction<PaperFacts, Integer> cue(Cue cue) {
        return of(sentence -> is(cue.in(sentence.text())));
    }

    private static ToDoubleBiFunction<PaperFacts, Integer> placeholders(PlaceholderKind kind) {
        return of(sentence -> sentence.placeholders().stream().map(Placeholder::kind).filter(kind::equals).count());
    }

    private static boolean atEnds(PaperSentence sentence) {
        return sentence.kind() == SectionKind.INTRODUCTION || sentence.kind() == SectionKind.CONCLUSION;
    }

    private static double titleTerms(PaperFacts facts, int sentence) {
        return new HashSet<>(facts.sentence(sentence).terms()).stream().filter(facts::inTitle).count();
    }

    private static double mean(PaperFacts facts, int sentence, ToDoubleFunction<String> value) {
        return facts.sentence(sentence).terms().stream().mapToDouble(value).average().orElse(0);
    }

    private static double count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    /** How near a sentence is to the start or the end of its kind of section, from 0 to 1; 0 in others. */
    private static double within(PaperFacts facts, int sentence, SectionKind kind, boolean start) {
        if (facts.sentence(sentence).kind() != kind) {
            return 0;
        }
        PaperFacts.InKind place = facts.inKind(sentence);
        double passed = (double) place.index() / place.count();
        return start ? 1 - passed : passed;
    }
}
