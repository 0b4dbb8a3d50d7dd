package org.scholion.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextRange;

/** A checker beside which ours is measured, as a program gets it that hands over English text. Of one thread. */
interface Peer {

    /**
     * What is said about a place in a text.
     *
     * @param range in the text, not empty
     * @param rule the id of the rule
     * @param spelling whether the rule is about spelling
     * @param replacements the best one first; asked for only where they are wanted, since LanguageTool looks them up then
     */
    record Match(TextRange range, String rule, boolean spelling, Supplier<List<String>> replacements) {}

    /** An alarm: the rule, whether it is about spelling, the words, and the text around them. */
    record Alarm(String rule, boolean spelling, String text, String context) {

        private static final int AROUND = 40;

        /** The alarms of a text, without those that touch the noun that stands for a formula or a reference. */
        static List<Alarm> of(String text, List<Match> matches) {
            List<Alarm> alarms = new ArrayList<>();
            for (Match match : matches) {
                TextRange range = match.range();
                if (!PlainText.touchesNoun(text, range)) {
                    String context = text.substring(Math.max(0, range.start() - AROUND), range.start())
                            + "[" + range.of(text) + "]"
                            + text.substring(range.end(), Math.min(text.length(), range.end() + AROUND));
                    alarms.add(new Alarm(match.rule(), match.spelling(), range.of(text), context.replaceAll("\\s+", " ")));
                }
            }
            return alarms;
        }
    }

    /** What people call it. */
    String name();

    /**
     * What is said about a text, in the order of the places.
     *
     * @param language a BCP 47 tag, of which only the variety of English counts; American where none is named that the peer has
     */
    List<Match> matches(String text, String language) throws IOException;

    /** The alarms in a paper, each block of which is checked alone. */
    default List<Alarm> alarms(Manuscript manuscript) throws IOException {
        List<Alarm> alarms = new ArrayList<>();
        for (String text : PlainText.checked(manuscript)) {
            alarms.addAll(Alarm.of(text, matches(text, manuscript.language())));
        }
        return alarms;
    }

    /** What is said about one block alone, its places in the prose; what touches a formula or a reference included. */
    default List<Remark> remarks(Manuscript manuscript, int block) throws IOException {
        PlainText plain = PlainText.of(manuscript.blocks().get(block).prose());
        return matches(plain.text(), manuscript.language()).stream()
                .map(match -> new Remark(block, plain.inProse(match.range()), match.rule(), () -> match.replacements().get().stream()
                        .map(PlainText::forProse)
                        .toList()))
                .toList();
    }

    /** A sentence with the first replacement of each match in it; of two that overlap the first one counts. */
    default String correct(String sentence) throws IOException {
        StringBuilder corrected = new StringBuilder();
        int from = 0;
        for (Match match : matches(sentence, "en-US")) {
            List<String> replacements = match.range().start() < from ? List.of() : match.replacements().get();
            if (!replacements.isEmpty()) {
                corrected.append(sentence, from, match.range().start()).append(replacements.getFirst());
                from = match.range().end();
            }
        }
        return corrected.append(sentence, from, sentence.length()).toString();
    }
}
