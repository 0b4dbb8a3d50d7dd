package org.scholion.assist.language.internal.consistency.terms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.text.TextRange;

/** What a block says about abbreviations. */
public final class Abbreviation {

    /** Abbreviations that readers of every field know, and words in capital letters that are none. */
    private static final Set<String> COMMON = FunctionWords.set("""
            dna rna mrna cdna gpu gpus cpu cpus tpu pdf html http https url uri usa us uk eu un utc gmt am pm 1d 2d 3d 4d id ids ram rom ssd usb
            cd dvd tv pc ui gui api os io sql xml json yaml csv ascii utf ieee acm iso nasa esa cern nsf nih doe isbn issn doi phd msc bsc md faq
            ok vs ai it led lcd gps gnu mit bsd gpl tcp udp ip rgb jpeg png svg hiv aids covid atp sars uv ir nmr mri ct ph ad bc ce bce rms svd pca
            anova sd se ci roc auc mse rmse gdp cv hpc faq diy rss sdk ide sms xray dc ac rf snr todo nan null true false and or not if then else
            ii iii iv vi vii viii ix xi xii fig eq tab sec latex tex""");

    private Abbreviation() {}

    /** A definition: {@code long form (LF)} or {@code LF (long form)}. */
    public record Definition(String name, TextRange range, String longForm, TextRange whole) {

        /** The long form to compare with others. */
        String normalised() {
            return longForm.toLowerCase(Locale.ROOT).replace("-", "").replaceAll("['’]s\\b|s\\b|[\"“”‘’']", "").strip();
        }

        /**
         * Whether both mean the same, or one is a longer form of the other: the words of one begin like words of the other.
         */
        boolean meansTheSameAs(Definition other) {
            return normalised().equals(other.normalised()) || covers(longForm, other.longForm) || covers(other.longForm, longForm);
        }

        private static boolean covers(String longer, String shorter) {
            List<String> stems = stems(longer);
            return stems.containsAll(stems(shorter));
        }

        private static List<String> stems(String longForm) {
            String plain = longForm.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
            return Stream.of(plain.split(" "))
                    .filter(word -> word.length() > 2 && !FunctionWords.isFunctionWord(word))
                    .map(word -> word.substring(0, Math.min(4, word.length())))
                    .toList();
        }

        /** Whether the long form is half an abbreviation itself: "reference GFA". */
        boolean holdsAbbreviation() {
            return Stream.of(longForm.split("[\\s-]+")).anyMatch(Abbreviation::looksLikeOne);
        }

        /** Whether the long form is a name, of an institution or instrument: each of its words begins with a capital letter. */
        boolean isName() {
            return Stream.of(longForm.split("[\\s-]+"))
                    .filter(word -> word.length() > 2 && !FunctionWords.isFunctionWord(word))
                    .allMatch(word -> !Character.isLowerCase(word.charAt(0)));
        }
    }

    /** A use; {@code partOfName} when a word with a capital letter stands beside it. */
    public record Use(String name, TextRange range, boolean partOfName) {}

    /** All of a block. */
    public record Facts(List<Definition> definitions, List<Use> uses) {
        static final Facts NONE = new Facts(List.of(), List.of());

        public Facts {
            definitions = List.copyOf(definitions);
            uses = List.copyOf(uses);
        }
    }

    static boolean isCommon(String name) {
        return COMMON.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a word looks like an abbreviation: at least two capital letters, and not many small ones. */
    static boolean looksLikeOne(String word) {
        int capitals = 0;
        int small = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            capitals += Character.isUpperCase(c) ? 1 : 0;
            small += Character.isLowerCase(c) ? 1 : 0;
        }
        return capitals >= 2 && small <= capitals && word.length() <= 10 && Character.isLetter(word.charAt(0));
    }

    /** The abbreviation without the ending of a plural. */
    static String singular(String word) {
        int last = word.length() - 1;
        return last > 1 && word.charAt(last) == 's' && Character.isUpperCase(word.charAt(last - 1)) ? word.substring(0, last) : word;
    }
}
