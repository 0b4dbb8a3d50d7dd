package org.scholion.manuscript.latex.internal.write;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;

/** Writes plain text as this paper has it: special characters escaped, quotes and dashes the way its author types them. */
public final class LatexNotation implements Manuscript.Notation {

    private final boolean typographicQuotes;
    private final boolean typographicDashes;
    private final CharsetEncoder encoder;

    private LatexNotation(boolean typographicQuotes, boolean typographicDashes, CharsetEncoder encoder) {
        this.typographicQuotes = typographicQuotes;
        this.typographicDashes = typographicDashes;
        this.encoder = encoder;
    }

    /** The habits of a paper's files, the main file first. */
    public static LatexNotation of(List<SourceText> sources) {
        int texQuotes = 0;
        int quotes = 0;
        int texDashes = 0;
        int dashes = 0;
        for (SourceText source : sources) {
            String text = source.text();
            if (source.unit().path().toString().endsWith(".bib")) {
                continue;
            }
            texQuotes += count(text, "``");
            quotes += count(text, "\u201c");
            texDashes += count(text, "--");
            dashes += count(text, "\u2013") + count(text, "\u2014");
        }
        CharsetEncoder encoder = sources.isEmpty()
                ? StandardCharsets.UTF_8.newEncoder() : sources.getFirst().charset().newEncoder();
        return new LatexNotation(quotes > texQuotes, dashes > texDashes, encoder);
    }

    private static int count(String text, String what) {
        int count = 0;
        for (int i = text.indexOf(what); i >= 0 && count < 50; i = text.indexOf(what, i + what.length())) {
            count++;
        }
        return count;
    }

    @Override
    public String encode(String plainText) {
        StringBuilder result = new StringBuilder(plainText.length() + 8);
        plainText.codePoints().forEach(c -> result.append(encode(c)));
        return result.toString();
    }

    private String encode(int c) {
        return switch (c) {
            case '%', '&', '#', '_', '{', '}', '$' -> "\\" + (char) c;
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '\\' -> "\\textbackslash{}";
            case '\u00a0' -> "~";
            case '\n' -> "\\\\ ";
            case '\u201c' -> typographicQuotes ? "\u201c" : "``";
            case '\u201d' -> typographicQuotes ? "\u201d" : "''";
            case '\u2018' -> typographicQuotes ? "\u2018" : "`";
            case '\u2019' -> typographicQuotes ? "\u2019" : "'";
            case '\u2013' -> typographicDashes ? "\u2013" : "--";
            case '\u2014' -> typographicDashes ? "\u2014" : "---";
            case '\u2026' -> "\\ldots{}";
            case '\u202f', '\u2009' -> "\\,";
            default -> letter(c);
        };
    }

    private String letter(int c) {
        String text = Character.toString(c);
        synchronized (encoder) {
            if (encoder.canEncode(text)) {
                return text;
            }
        }
        return Letters.commandFor(c);
    }
}
