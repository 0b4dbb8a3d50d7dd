package org.scholion.manuscript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.Placeholder.Role;
import org.scholion.text.TextRange;

/** Builds prose for tests from a source in a small notation of one letter marks. */
final class Proses {

    static final SourceUnit FILE = new SourceUnit.TextFile(Path.of("paper.tex"));

    private final StringBuilder source = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<Placeholder> placeholders = new ArrayList<>();
    private final SourceMap.Builder map = SourceMap.builder();

    static Proses prose() {
        return new Proses();
    }

    Proses words(String words) {
        map.verbatim(add(words));
        text.append(words);
        return this;
    }

    /** Markup that prints nothing. */
    Proses markup(String markup) {
        add(markup);
        return this;
    }

    Proses notation(String written, String printed) {
        map.notation(printed.length(), add(written));
        text.append(printed);
        return this;
    }

    Proses expansion(String written, String printed) {
        map.expansion(printed.length(), add(written));
        text.append(printed);
        return this;
    }

    Proses formula(String written) {
        placeholders.add(new Placeholder(text.length(), PlaceholderKind.INLINE_MATH, Role.NOUN, written));
        return notation(written, String.valueOf(Prose.PLACEHOLDER));
    }

    String source() {
        return source.toString();
    }

    Prose build() {
        return new Prose(text.toString(), placeholders, List.of(), map.build());
    }

    private SourceRange add(String written) {
        SourceRange range = new SourceRange(FILE, TextRange.ofLength(source.length(), written.length()));
        source.append(written);
        return range;
    }
}
