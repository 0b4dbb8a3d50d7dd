package org.scholion.library.internal.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;

/** Numbers of arXiv. */
public final class Arxiv {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:arxiv[:.]\\s?|arxiv\\.org/(?:abs|pdf)/)((?:\\d{4}\\.\\d{4,5}|[a-z-]{2,15}(?:\\.[A-Z]{2})?/\\d{7}))", Pattern.CASE_INSENSITIVE);

    private Arxiv() {}

    /** The number in a text such as {@code arXiv:1706.03762v5}, {@code https://arxiv.org/abs/1706.03762}, {@code 10.48550/arXiv.1706.03762}. */
    public static Optional<String> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Sets the number and the archive where one of the texts has a number. */
    public static boolean put(Reference.Builder reference, String... texts) {
        for (String text : texts) {
            Optional<String> number = number(text);
            if (number.isPresent()) {
                reference.field(WorkField.EPRINT, number.get());
                reference.field(WorkField.ARCHIVE, "arXiv");
                return true;
            }
        }
        return false;
    }
}
