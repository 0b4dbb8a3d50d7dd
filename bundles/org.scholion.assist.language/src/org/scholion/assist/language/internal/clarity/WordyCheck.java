package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.text.TextRange;

/** Phrases that can be shorter: those of the list, "in a … manner", and "etc." at the end of examples. */
final class WordyCheck implements ClarityCheck {

    private static final Pattern EXAMPLES = Pattern.compile(
            "(?:such as|e\\.g\\.,?|for example|for instance)\\s[^.;:()]*?(,?\\s(?:and\\s)?etc\\b\\.?)");
    private static final Set<String> NO_MANNER = Set.of("that", "which", "as", "so", "of");
    private static final Set<String> MANNER = Set.of("manner", "fashion");

    /** Adjectives whose adverb means something else, or that say which manner rather than how. */
    private static final Set<String> OTHER_ADVERB = FunctionWords.set("""
            particular certain general usual real actual present absolute definite simple hard late near short just fair large practical
            virtual relative significant apparent obvious sure main specific different same such similar good natural possible following
            previous present first second third last new standard given special normal conventional usual above ordinary basic""");

    private final PhraseCheck list;

    WordyCheck(English english) {
        list = new PhraseCheck(Saying.WORDY, PhraseList.read("wordy.txt", english));
    }

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_WORDY;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        list.look(sentence, remarks);
        for (int i = 3; i < sentence.size(); i++) {
            if (MANNER.contains(sentence.lower(i)) && isManner(sentence, i)) {
                Optional<String> adverb = sentence.english().adverb(sentence.lower(i - 1));
                if (adverb.isPresent()) {
                    remarks.add(Saying.WORDY, sentence.span(i - 3, i), List.of(adverb.get()));
                }
            }
        }
        if (sentence.lower().contains("etc")) {
            Matcher examples = EXAMPLES.matcher(sentence.text());
            while (examples.find()) {
                TextRange range = new TextRange(examples.start(1), withoutFullStop(sentence, examples.end(1)));
                remarks.add(Saying.WORDY, range.shifted(sentence.range().start()), List.of(""));
            }
        }
    }

    /** The full stop of "etc." that ends the sentence stays. */
    private static int withoutFullStop(Sentence sentence, int end) {
        String text = sentence.text();
        return end == text.length() && text.endsWith(".") ? end - 1 : end;
    }

    private static boolean isManner(Sentence sentence, int manner) {
        String adjective = sentence.lower(manner - 1);
        String next = sentence.joinsNext(manner) ? sentence.lower(manner + 1) : "";
        return sentence.isRun(manner - 3, manner)
                && sentence.lower(manner - 3).equals("in")
                && (sentence.lower(manner - 2).equals("a") || sentence.lower(manner - 2).equals("an"))
                && !adjective.contains("-")
                && !OTHER_ADVERB.contains(adjective)
                && sentence.isOnly(manner - 1, "JJ")
                && !NO_MANNER.contains(next);
    }
}
