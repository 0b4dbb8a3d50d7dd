package org.scholion.assist.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose.Passage;

/**
 * Which language each block of a paper is checked as.
 *
 * <p>The settings stand above what the paper declares for most of itself; a block or passage that is declared as another language
 * keeps it. English without a variety is checked in the variety that the paper is written in, counted by its own spellings, so that
 * nobody who writes <em>colour</em> throughout is told to write <em>color</em>.
 *
 * <p>A block that is plainly written in another language, such as an abstract that the paper does not mark as English, is checked in
 * that language when the paper declares it anywhere, else not at all: its words are no misspellings of the paper's language.
 */
final class LanguageChoice {

    /** Not checked. */
    static final String NONE = "zxx";

    private static final int SMALL_WORDS_AT_LEAST = 4;
    private static final int SMALL_WORDS_RATIO = 3;

    private final Manuscript manuscript;
    private final CheckSettings settings;
    private final TextTraits.Memory memory;
    private final String english;
    private final Set<String> declared = new HashSet<>();

    LanguageChoice(Manuscript manuscript, CheckSettings settings, TextTraits.Memory memory) {
        this.manuscript = manuscript;
        this.settings = settings;
        this.memory = memory;
        english = varietyOfEnglish();
        for (Block block : manuscript.blocks()) {
            declared.add(block.language());
            block.prose().passages().stream()
                    .filter(passage -> passage.kind() == Passage.Kind.LANGUAGE)
                    .forEach(passage -> declared.add(passage.language()));
        }
    }

    /** The BCP 47 tag that a block is checked as, {@link #NONE} when it is not to be checked. */
    String languageFor(Block block) {
        String own = block.language();
        boolean ofPaper = own.equals("und") || own.equals(manuscript.language());
        String language = ofPaper || primary(own).equals(primary(settings.language().orElse(""))) ? settings.languageFor(own) : own;
        if (ofPaper) {
            Optional<String> foreign = foreignLanguage(block.prose().text(), primary(language));
            if (foreign.isPresent()) {
                return declared.stream().filter(tag -> primary(tag).equals(foreign.get())).findFirst().orElse(NONE);
            }
        }
        return language.equals("en") || own.equals("und") && isEnglish(language) && settings.language().isEmpty()
                ? english
                : language;
    }

    private Optional<String> foreignLanguage(String text, String expected) {
        Map<String, Integer> small = memory.of(text).small();
        int ofPaper = small.getOrDefault(expected, 0);
        return small.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(expected))
                .filter(entry -> entry.getValue() >= SMALL_WORDS_AT_LEAST && entry.getValue() >= SMALL_WORDS_RATIO * ofPaper)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private String varietyOfEnglish() {
        String preferred = isEnglish(settings.defaultLanguage()) ? settings.defaultLanguage() : "en-US";
        int british = 0;
        int american = 0;
        for (Block block : manuscript.blocks()) {
            TextTraits traits = memory.of(block.prose().text());
            british += traits.british();
            american += traits.american();
        }
        if (british == american) {
            return preferred;
        }
        if (british < american) {
            return "en-US";
        }
        return preferred.equals("en-US") ? "en-GB" : preferred;
    }

    private static boolean isEnglish(String language) {
        return primary(language).equals("en");
    }

    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }
}
