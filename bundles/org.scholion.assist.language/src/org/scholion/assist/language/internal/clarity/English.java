package org.scholion.assist.language.internal.clarity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.languagetool.AnalyzedSentence;
import org.languagetool.AnalyzedToken;
import org.languagetool.AnalyzedTokenReadings;
import org.languagetool.JLanguageTool;
import org.languagetool.Language;
import org.languagetool.Languages;
import org.scholion.assist.AssistException;

/**
 * Parts of speech and forms of English words, by LanguageTool's dictionary and the rules with which it chooses between readings. The
 * dictionary is read when first needed, which takes seconds. Thread-safe.
 */
final class English {

    private static final String CODE = "en-US";
    private static final Set<String> SILENT_H = Set.of("hour", "hono", "hone", "heir");

    private @Nullable Language language;

    /** A failure to read the dictionary, carried through code that cannot declare it. */
    static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnavailableException(Throwable cause) {
            super(cause);
        }

        AssistException asFailure() {
            return new AssistException(Messages.English_notLoaded, Objects.requireNonNull(getCause()));
        }
    }

    private synchronized Language language() {
        Language known = language;
        if (known == null) {
            known = Languages.getLanguageForShortCode(CODE);
            language = known;
        }
        return known;
    }

    /** The readings of the words of a sentence, by the place where a word begins; words that the dictionary does not know have none. */
    Map<Integer, List<Reading>> tag(String sentence) {
        Map<Integer, List<Reading>> found = new HashMap<>();
        for (AnalyzedTokenReadings token : analyze(sentence).getTokensWithoutWhitespace()) {
            List<Reading> readings = new ArrayList<>();
            for (AnalyzedToken reading : token.getReadings()) {
                if (reading.getLemma() != null && reading.getPOSTag() != null) {
                    readings.add(new Reading(reading.getLemma(), reading.getPOSTag()));
                }
            }
            if (!readings.isEmpty()) {
                found.put(token.getStartPos(), List.copyOf(readings));
            }
        }
        return found;
    }

    /** As LanguageTool does it before it asks its rules, which are not loaded here. */
    private AnalyzedSentence analyze(String sentence) {
        try {
            Language known = language();
            List<String> texts = known.getWordTokenizer().tokenize(sentence);
            List<AnalyzedTokenReadings> tagged = known.getTagger().tag(texts);
            AnalyzedTokenReadings[] tokens = new AnalyzedTokenReadings[tagged.size() + 1];
            tokens[0] = new AnalyzedTokenReadings(new AnalyzedToken("", JLanguageTool.SENTENCE_START_TAGNAME, null), 0);
            int offset = 0;
            for (int i = 0; i < tagged.size(); i++) {
                AnalyzedTokenReadings token = tagged.get(i);
                token.setStartPos(offset);
                if (i > 0) {
                    token.setWhitespaceBefore(texts.get(i - 1));
                }
                offset += texts.get(i).length();
                tokens[i + 1] = token;
            }
            return known.getDisambiguator().disambiguate(new AnalyzedSentence(tokens));
        } catch (IOException e) {
            throw new UnavailableException(e);
        }
    }

    /** The form of a verb that a tag asks for: {@code VB}, {@code VBD}, {@code VBG}, {@code VBN}, {@code VBP} or {@code VBZ}. */
    Optional<String> form(String lemma, String tag) {
        try {
            String[] forms = language().getSynthesizer().synthesize(new AnalyzedToken(lemma, "VB", lemma), tag);
            return forms.length == 0 ? Optional.empty() : Optional.of(forms[0]);
        } catch (IOException e) {
            throw new UnavailableException(e);
        }
    }

    /** The adverb of an adjective, where the dictionary knows one that is made by rule. */
    Optional<String> adverb(String adjective) {
        String adverb;
        if (adjective.endsWith("ly") || adjective.length() < 4) {
            return Optional.empty();
        } else if (adjective.endsWith("ic") && !adjective.equals("public")) {
            adverb = adjective + "ally";
        } else if (adjective.endsWith("le") && !isVowel(adjective.charAt(adjective.length() - 3))) {
            adverb = adjective.substring(0, adjective.length() - 1) + 'y';
        } else if (adjective.endsWith("y")) {
            adverb = adjective.substring(0, adjective.length() - 1) + "ily";
        } else if (adjective.endsWith("ll")) {
            adverb = adjective + 'y';
        } else {
            adverb = adjective + "ly";
        }
        boolean known = tag(adverb).getOrDefault(0, List.of()).stream().anyMatch(reading -> reading.tag().startsWith("RB"));
        return known ? Optional.of(adverb) : Optional.empty();
    }

    /** "a" or "an", as the word behind it asks for; empty where letters do not tell how it is spoken. */
    static Optional<String> article(String next) {
        if (next.length() < 2 || !Character.isLetter(next.charAt(0)) || Character.isUpperCase(next.charAt(1))) {
            return Optional.empty();
        }
        String word = next.toLowerCase(Locale.ROOT);
        boolean you = word.matches("(?:uni(?!n|m)|eu|one\\b|once|use|usu|uti|ubi|ura).*");
        boolean silent = word.length() >= 4 && SILENT_H.contains(word.substring(0, 4));
        return Optional.of(silent || isVowel(word.charAt(0)) && !you ? "an" : "a");
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
