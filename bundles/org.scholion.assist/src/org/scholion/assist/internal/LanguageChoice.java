package org.scholion.assist.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;

/**
 * Which language each block of a paper is checked as.
 *
 * <p>The settings stand above what the paper declares for most of itself; a block or passage that is declared as another language
 * keeps it. English without a variety is checked in the variety that the paper is written in, counted by its own spellings, so that
 * nobody who writes <em>colour</em> throughout is told to write <em>color</em>.
 */
final class LanguageChoice {

    /** Beginnings of words that only the British, or only the Americans, spell so. */
    private static final Set<String> BRITISH = Set.of(
            "colour", "behaviour", "favour", "neighbour", "labour", "honour", "flavour", "tumour", "vapour", "harbour", "endeavour",
            "centre", "centred", "metres", "fibre", "litre", "theatre", "calibre", "spectre", "analyse", "analysing", "catalyse",
            "paralyse", "hydrolyse", "modelling", "modelled", "modeller", "labelling", "labelled", "travelling", "travelled",
            "signalling", "signalled", "channelled", "tunnelling", "cancelled", "cancelling", "fuelled", "defence", "offence", "grey",
            "catalogue", "programme", "artefact", "aluminium", "sulphur", "whilst", "ageing", "judgement", "fulfil ", "sceptic",
            "manoeuvr", "plough", "mould", "haem", "anaemi", "oestr", "foet", "paediatr", "leukaemi");

    private static final Set<String> AMERICAN = Set.of(
            "color", "behavior", "favor", "neighbor", "labor ", "honor", "flavor", "tumor", "vapor ", "harbor", "endeavor", "center",
            "meters", "fiber", "liter ", "theater", "caliber", "specter", "analyze", "analyzing", "catalyze", "paralyze", "hydrolyze",
            "modeling", "modeled", "modeler", "labeling", "labeled", "traveling", "traveled", "signaling", "signaled", "channeled",
            "tunneling", "canceled", "canceling", "fueled", "defense", "offense", "gray", "artifact", "aluminum", "sulfur", "judgment",
            "skeptic", "maneuver", "plow ", "hemo", "anemi", "estrog", "fetal", "pediatr", "leukemi");

    private static final int LONGEST = 10;
    private static final int SHORTEST = 4;

    private final Manuscript manuscript;
    private final CheckSettings settings;
    private final String english;

    LanguageChoice(Manuscript manuscript, CheckSettings settings) {
        this.manuscript = manuscript;
        this.settings = settings;
        this.english = varietyOfEnglish();
    }

    /** The BCP 47 tag that a block of that declared language is checked as. */
    String languageFor(String declared) {
        String language = declared;
        if (declared.equals("und") || declared.equals(manuscript.language()) || primary(declared).equals(primaryOfSettings())) {
            language = settings.languageFor(declared);
        }
        return language.equals("en") || declared.equals("und") && isEnglish(language) && settings.language().isEmpty()
                ? english
                : language;
    }

    private String primaryOfSettings() {
        Optional<String> language = settings.language();
        return language.isPresent() ? primary(language.get()) : "";
    }

    private String varietyOfEnglish() {
        String preferred = isEnglish(settings.defaultLanguage()) ? settings.defaultLanguage() : "en-US";
        int british = 0;
        int american = 0;
        for (Block block : manuscript.blocks()) {
            Counter counter = new Counter();
            counter.count(block.prose().text());
            british += counter.british;
            american += counter.american;
        }
        if (british == american) {
            return preferred;
        }
        boolean writesBritish = british > american;
        boolean prefersAmerican = preferred.equals("en-US");
        if (writesBritish) {
            return prefersAmerican ? "en-GB" : preferred;
        }
        return "en-US";
    }

    private static boolean isEnglish(String language) {
        return primary(language).equals("en");
    }

    private static String primary(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }

    /** Counts spellings of one variety. */
    private static final class Counter {
        private int british;
        private int american;

        void count(String text) {
            int start = -1;
            for (int i = 0; i <= text.length(); i++) {
                boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
                if (letter && start < 0) {
                    start = i;
                } else if (!letter && start >= 0) {
                    word(text, start, i);
                    start = -1;
                }
            }
        }

        private void word(String text, int start, int end) {
            // names of products and places keep their spelling: only words in lower case count
            if (end - start < SHORTEST || Character.isUpperCase(text.charAt(start))) {
                return;
            }
            String word = text.substring(start, end).toLowerCase(Locale.ROOT);
            if (word.endsWith("isation") || word.endsWith("isations")) {
                british++;
                return;
            }
            String marked = word + ' ';
            for (int length = Math.min(LONGEST, marked.length()); length >= SHORTEST; length--) {
                String head = marked.substring(0, length);
                if (BRITISH.contains(head)) {
                    british++;
                    return;
                }
                if (AMERICAN.contains(head)) {
                    american++;
                    return;
                }
            }
        }
    }
}
