package org.scholion.assist.language.internal.spelling;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How English makes words of words. */
final class WordForms {

    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_OF_SHORTER = 7;

    private static final List<String> PREFIXES = List.of(
            "adeno", "aero", "amino", "angio", "anti", "arch", "arthro", "astro", "audio", "auto", "bio", "bromo", "carbo", "carcino",
            "cardio", "cerebro", "chemo", "chloro", "chondro", "chrono", "co", "counter", "cross", "cryo", "cyano", "cyber", "cyto",
            "de", "deoxy", "dermato", "di", "dys", "eco", "electro", "endo", "equi", "exa", "exo", "extra", "femto", "ferro", "fibro",
            "fluoro", "gastro", "geo", "giga", "glyco", "haemo", "half", "hemo", "hepato", "hetero", "histo", "homo", "hydro", "hydroxy",
            "hyper", "hypo", "immuno", "infra", "inter", "intra", "iso", "kilo", "leuko", "lipo", "litho", "lympho", "macro", "magneto",
            "mega", "melano", "meta", "methyl", "micro", "mid", "milli", "mis", "mito", "mono", "multi", "myo", "nano", "nephro",
            "neuro", "nitro", "non", "octo", "omni", "onco", "ortho", "osteo", "over", "oxy", "palaeo", "paleo", "para", "patho", "per",
            "peri", "peta", "pharmaco", "phospho", "photo", "physico", "phyto", "pico", "piezo", "plasmo", "pneumo", "poly", "post",
            "pre", "proteo", "proto", "pseudo", "psycho", "pyro", "quasi", "radio", "re", "retro", "rheo", "ribo", "semi", "sero",
            "sesqui", "single", "socio", "somato", "spatio", "spectro", "sub", "sulfo", "super", "supra", "tele", "tera", "tetra",
            "thermo", "topo", "trans", "tri", "ultra", "un", "under", "uni", "vaso", "vice", "visco", "xeno", "zero");
    private static final int SHORTEST_STEM_OF_SHORT_PREFIX = 5;
    /** Makes verbs of verbs and nouns, never of adjectives: denoise, but not delinear. */
    private static final String OF_VERBS_AND_NOUNS = "de";
    private static final List<String> OF_ADJECTIVES = List.of("ar", "al", "ic", "ous", "ive", "able", "ible", "ful");
    private static final int SHORT_PREFIX = 2;

    /** Endings with what they may stand for. */
    private static final List<List<String>> ENDINGS = List.of(
            List.of("s", ""), List.of("es", ""), List.of("ies", "y"),
            List.of("ization", "ize", "e", ""), List.of("isation", "ise", "e", ""),
            List.of("izations", "ize", "e", ""), List.of("isations", "ise", "e", ""),
            List.of("ize", ""), List.of("ized", ""), List.of("izes", ""), List.of("izing", ""),
            List.of("ise", ""), List.of("ised", ""), List.of("ises", ""), List.of("ising", ""),
            List.of("izer", "ize", ""), List.of("izers", "ize", ""), List.of("iser", "ise", ""), List.of("isers", "ise", ""),
            List.of("izable", "ize", ""), List.of("isable", "ise", ""), List.of("izability", "ize", "izable"),
            List.of("ability", "able"), List.of("ibility", "ible"), List.of("ivity", "ive"), List.of("icity", "ic"),
            List.of("ality", "al"), List.of("arity", "ar"), List.of("ness", ""), List.of("like", ""), List.of("wise", ""),
            List.of("less", ""), List.of("able", "", "e"), List.of("ably", "able"), List.of("ically", "ic", "ical"),
            List.of("ally", "al"), List.of("ively", "ive"), List.of("ously", "ous"), List.of("ment", ""), List.of("ments", ""),
            List.of("ian", ""), List.of("ians", ""), List.of("esque", ""), List.of("ists", "ist", "y"), List.of("ology", "ological"),
            List.of("ologies", "ology"), List.of("ographic", "ography"), List.of("ometric", "ometry"), List.of("scopic", "scopy"));

    /** Endings that only words of chemistry, biology and medicine have; enough for a word that is not near a common one. */
    private static final List<String> TECHNICAL = List.of(
            "ase", "ases", "oma", "omas", "itis", "osis", "oses", "emia", "aemia", "ectomy", "scopy", "scopic", "scope", "scopes", "metry",
            "metric", "graphy", "gram", "grams", "plasty", "phoresis", "phoretic", "genesis", "genic", "morphic", "morphism", "morphisms",
            "tropic", "philic", "phobic", "oside", "osides", "ylated", "ylation", "idine", "amine", "amines", "amide", "amides", "oate",
            "mycin", "cillin", "azole", "statin", "blast", "blasts", "cyte", "cytes", "cytic", "protein", "proteins", "kinase", "receptor",
            "receptors", "lysis", "lytic", "static", "stat", "stats", "meter", "meters", "metre", "metres", "tron", "trons", "onium");
    private static final int SHORTEST_TECHNICAL = 8;

    /** Small words that begin or end no compound: two of them run together are a slip. */
    private static final Set<String> SMALL = Set.of(
            "that", "this", "with", "from", "have", "which", "will", "what", "when", "than", "then", "them", "they", "these", "those",
            "into", "such", "some", "been", "were", "more", "most", "very", "each", "also", "only", "their", "there", "where", "would",
            "could", "should", "does", "between", "because", "while", "being", "other", "about");

    private WordForms() {}

    /** Whether the word is made of known ones by a rule. */
    static boolean isDerived(String word, Predicate<String> known) {
        return !isVerbOfAdjective(word, known) && isMadeByRule(word, known);
    }

    /** Whether the word is one of these with a prefix that goes before many. */
    static boolean isPrefixed(String word, Predicate<String> stems) {
        return !isVerbOfAdjective(word, stems)
                && PREFIXES.stream()
                        .anyMatch(prefix -> word.startsWith(prefix)
                                && word.length() - prefix.length() >= SHORTEST_STEM_OF_SHORT_PREFIX
                                && stems.test(word.substring(prefix.length())));
    }

    private static boolean isMadeByRule(String word, Predicate<String> known) {
        return hasKnownEnding(word, known)
                || hasPrefix(word, known)
                || isCompound(word, known)
                || word.length() >= SHORTEST_TECHNICAL && TECHNICAL.stream().anyMatch(word::endsWith);
    }

    private static boolean isVerbOfAdjective(String word, Predicate<String> known) {
        String stem = word.startsWith(OF_VERBS_AND_NOUNS) ? word.substring(OF_VERBS_AND_NOUNS.length()) : "";
        return OF_ADJECTIVES.stream().anyMatch(stem::endsWith) && known.test(stem);
    }

    private static boolean hasKnownEnding(String word, Predicate<String> known) {
        for (List<String> ending : ENDINGS) {
            String suffix = ending.getFirst();
            if (!word.endsWith(suffix) || word.length() - suffix.length() < SHORTEST_STEM) {
                continue;
            }
            String stem = word.substring(0, word.length() - suffix.length());
            if (suffix.equals("s") && !takesPlainPlural(stem) || suffix.equals("able") && !keepsItsE(stem)) {
                continue;
            }
            for (String stands : ending.subList(1, ending.size())) {
                if (known.test(stem + stands)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a stem keeps its e before -able: only after a soft c or g, or a vowel. */
    private static boolean keepsItsE(String stem) {
        return !stem.endsWith("e") || "cgeoy".indexOf(stem.charAt(stem.length() - 2)) >= 0;
    }

    private static boolean takesPlainPlural(String stem) {
        int last = stem.length() - 1;
        boolean afterVowel = "aeiou".indexOf(stem.charAt(last - 1)) >= 0;
        return stem.charAt(last) != 's' && (stem.charAt(last) != 'y' || afterVowel);
    }

    private static boolean hasPrefix(String word, Predicate<String> known) {
        for (String prefix : PREFIXES) {
            int shortest = prefix.length() <= SHORT_PREFIX ? SHORTEST_STEM_OF_SHORT_PREFIX : SHORTEST_STEM;
            if (word.startsWith(prefix) && word.length() - prefix.length() >= shortest) {
                String stem = word.substring(prefix.length());
                if (known.test(stem) || hasKnownEnding(stem, known)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCompound(String word, Predicate<String> known) {
        for (int i = SHORTEST_STEM; i <= word.length() - SHORTEST_STEM; i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            boolean oneIsShort = head.length() <= LONGEST_OF_SHORTER || tail.length() <= LONGEST_OF_SHORTER;
            if (oneIsShort && !SMALL.contains(head) && !SMALL.contains(tail) && known.test(head) && known.test(tail)) {
                return true;
            }
        }
        return false;
    }
}
