package org.scholion.assist.writing.internal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of content of a text. */
public final class Terms {

    private static final Pattern TERM = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");

    /** English words that say nothing of what a text is about. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("a an the of in on at to for by with from as is are was were be been being this that these those it its we our us they their he she "
                            + "his her and or but not no nor so if then than which who whom whose what when where how can could may might will would shall "
                            + "should do does did has have had having such also both each other more most some any all into over under between through "
                            + "during about against very only same there here")
                    .split(" "));

    private Terms() {}

    /** In small letters, in order; words of function left out. */
    public static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (!FUNCTION_WORDS.contains(matcher.group())) {
                terms.add(matcher.group());
            }
        }
        return terms;
    }
}
