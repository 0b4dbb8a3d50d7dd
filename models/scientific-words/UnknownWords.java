import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.languagetool.Languages;
import org.languagetool.rules.spelling.SpellingCheckRule;

/** Copies those lines from standard input to standard output whose first field is a word that LanguageTool's English does not know. */
public final class UnknownWords {

    private UnknownWords() {}

    public static void main(String[] arguments) throws IOException {
        List<SpellingCheckRule> rules = new ArrayList<>();
        for (String language : List.of("en-US", "en-GB")) {
            rules.add(Languages.getLanguageForShortCode(language).getDefaultSpellingRule());
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.substring(0, (line + '\t').indexOf('\t'));
                if (!isKnown(rules, word)) {
                    out.println(line);
                }
            }
        }
        out.flush();
    }

    private static boolean isKnown(List<SpellingCheckRule> rules, String word) throws IOException {
        for (SpellingCheckRule rule : rules) {
            if (!rule.isMisspelled(word) || !rule.isMisspelled(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
