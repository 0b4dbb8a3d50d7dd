package org.scholion.assist.writing.internal.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.TextRange;

/**
 * A sentence of a paper without what an abstract does not have: citations, pointers in brackets, words that tie it to the
 * sentence before.
 * Only whole stretches are left out; what stays stays as it is, but for the capital letter at the beginning.
 */
final class ShortSentence {

    /** Placeholders are letters of their own while the sentence is worked on: those of the private use area, by their numbers. */
    private static final char FIRST = '\uE000';

    private static final String MARK = "[\uE000-\uF8FF]";

    private static final Pattern CITED_IN_BRACKETS = Pattern.compile("\\s*\\([^()]*\\b(?:1[89]|20)\\d\\d[a-z]?\\b[^()]*\\)");
    private static final Pattern POINTER_IN_BRACKETS = Pattern.compile(
            "\\s*\\((?:see |cf\\.? |e\\.g\\.,? )?(?:[Ff]ig(?:ure)?s?|[Tt]ables?|[Ss]ec(?:tion)?s?|[Aa]ppendix|[Ee]q(?:uation)?s?|SI)\\b[^()]*\\)");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\s*[(\\[](?:\\s|[,;]|see|e\\.g\\.|cf\\.|and)*[)\\]]");
    private static final Pattern TIE = Pattern.compile(
            "^(?:However|Moreover|Furthermore|In addition|Additionally|Thus|Therefore|Hence|Also|Finally|Consequently|In summary|In conclusion"
                    + "|Indeed|In particular|Specifically|Overall|To summari[sz]e|Nevertheless|Nonetheless|As a result|In fact|Of course|Then|So"
                    + "|Instead|In contrast|By contrast|On the other hand|Similarly|Accordingly), ?");
    private static final Pattern TIE_INSIDE = Pattern.compile(
            ",\\s*(?:however|therefore|thus|for example|for instance|in turn|in particular|indeed|moreover|of course|in fact|furthermore),");
    private static final Pattern SPACE_BEFORE_STOP = Pattern.compile("\\s+([.,;:])");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * What points to another place of the paper, or leans on the sentence before, so that the sentence does not stand for itself.
     */
    private static final Pattern LEANS = Pattern.compile(
            "\\b(?:[Ff]ig(?:ure)?s?|[Tt]ables?|[Ss]ec(?:tion)?s?|[Ee]q(?:uation)?s?|[Aa]ppendix|[Cc]hapters?)\\b\\.?\\s*(?:\\d|[A-Z]\\b|" + MARK
                    + ")|\\b(?:above|below|previous section|next section|this section|this chapter|this appendix|as follows|following)\\b"
                    + "|^(?:It|They)\\b(?! (?:is|was|has been) (?:shown|known|found|possible|clear|likely|important))"
                    + "|^(?:He|She|This|These|Those|Such|Here|There|Both|The former|The latter) (?:is|are|was|were|can|may|will|would|has|have"
                    + "|does|do|means|allows|makes|leads|gives|shows)\\b");

    private static final int LEAST_WORDS = 6;

    private final PaperSentence sentence;
    private final List<Placeholder> placeholders;
    private final String working;

    private ShortSentence(PaperSentence sentence, List<Placeholder> placeholders, String working) {
        this.sentence = sentence;
        this.placeholders = placeholders;
        this.working = working;
    }

    /** Empty where the sentence cannot stand in an abstract: it is a fragment, points elsewhere, or needs what is left out. */
    static Optional<ShortSentence> of(PaperSentence sentence) {
        List<Placeholder> placeholders = sentence.placeholders();
        StringBuilder marked = new StringBuilder(sentence.text());
        for (int i = 0; i < placeholders.size(); i++) {
            Placeholder placeholder = placeholders.get(i);
            if (isImpossible(placeholder)) {
                return Optional.empty();
            }
            marked.setCharAt(placeholder.offset() - sentence.range().start(), (char) (FIRST + i));
        }
        String text = marked.toString();
        for (int i = 0; i < placeholders.size(); i++) {
            if (placeholders.get(i).kind() == PlaceholderKind.CITATION) {
                text = text.replaceAll("\\s*" + (char) (FIRST + i), "");
            }
        }
        text = POINTER_IN_BRACKETS.matcher(text).replaceAll("");
        text = CITED_IN_BRACKETS.matcher(text).replaceAll("");
        text = EMPTY_BRACKETS.matcher(text).replaceAll("");
        text = TIE.matcher(text).replaceFirst("");
        text = TIE_INSIDE.matcher(text).replaceAll("");
        text = SPACE_BEFORE_STOP.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("$1").strip();
        if (!text.isEmpty()) {
            int first = text.offsetByCodePoints(0, 1);
            text = text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
        }
        boolean whole = text.endsWith(".") && !text.endsWith("..") && text.split(" ").length >= LEAST_WORDS;
        return whole && !LEANS.matcher(text).find() ? Optional.of(new ShortSentence(sentence, placeholders, text)) : Optional.empty();
    }

    private static boolean isImpossible(Placeholder placeholder) {
        return switch (placeholder.kind()) {
            case DISPLAY_MATH, CROSS_REFERENCE, OBJECT, UNKNOWN -> true;
            case CITATION -> placeholder.role() == Placeholder.Role.NOUN;
            case INLINE_MATH, CODE, URL, QUANTITY, GLOSSARY -> false;
        };
    }

    PaperSentence sentence() {
        return sentence;
    }

    /** As it is read. */
    String text() {
        return rendered(text -> text, Placeholder::display);
    }

    int words() {
        return working.split(" ").length;
    }

    /** In the notation of the paper. */
    String markup(Manuscript paper) {
        return rendered(paper.notation()::encode, placeholder -> source(paper, placeholder));
    }

    private String source(Manuscript paper, Placeholder placeholder) {
        SourceRange range = sentence.block().prose().map().place(TextRange.ofLength(placeholder.offset(), 1)).enclosing();
        Optional<SourceText> source = paper.source(range.unit());
        return source.map(text -> range.range().of(text.text())).orElse(placeholder.display());
    }

    private String rendered(UnaryOperator<String> words, Function<Placeholder, String> placeholder) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < working.length(); i++) {
            int number = working.charAt(i) - FIRST;
            if (0 <= number && number < placeholders.size()) {
                text.append(words.apply(working.substring(done, i))).append(placeholder.apply(placeholders.get(number)));
                done = i + 1;
            }
        }
        return text.append(words.apply(working.substring(done))).toString();
    }
}
