package org.scholion.manuscript.word.internal.read;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a field shows, by its instruction (ECMA-376 part 1, 17.16.5, and what reference managers write). */
public enum Field {
    /** A reference to a heading, figure, table, equation, page or note. */
    CROSS_REFERENCE,
    CITATION,
    BIBLIOGRAPHY,
    /** A table of contents, of figures, or an index: not the author's sentences. */
    CONTENTS,
    /** Its result is text that stands there and can be changed, such as that of a link. */
    TEXT,
    /** Its result is computed: a number of a caption, a date, a page. */
    COMPUTED,
    /** Shows nothing: an entry of an index, a mark. */
    NOTHING;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The kind of a field by its instruction, such as {@code  REF _Ref123 \h }. */
    static Field of(String instruction) {
        String[] words = SPACE.split(instruction.strip(), 4);
        String first = words[0].toUpperCase(Locale.ROOT);
        return switch (first) {
            case "REF", "PAGEREF", "NOTEREF", "STYLEREF" -> CROSS_REFERENCE;
            case "CITATION" -> CITATION;
            case "BIBLIOGRAPHY" -> BIBLIOGRAPHY;
            case "TOC", "TOA", "INDEX" -> CONTENTS;
            case "HYPERLINK", "QUOTE", "FORMTEXT" -> TEXT;
            case "XE", "TC", "TA", "RD", "SET", "PRIVATE", "ASK" -> NOTHING;
            case "ADDIN" -> addIn(words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "");
            default -> COMPUTED;
        };
    }

    /** Zotero, Mendeley, EndNote, Citavi, and older tools that write like them. */
    private static Field addIn(String name) {
        if (name.equals("ZOTERO_BIBL") || name.equals("EN.REFLIST") || name.equals("EN.SECTION.REFLIST") || name.contains("BIBLIOGRAPHY")) {
            return BIBLIOGRAPHY;
        }
        if (name.startsWith("ZOTERO_ITEM") || name.startsWith("CITAVIPLACEHOLDER") || name.startsWith("EN.CITE") || name.startsWith("CSL_CITATION") || name.equals("ZOTERO_CITATION")) {
            return name.equals("EN.CITE.DATA") ? NOTHING : CITATION;
        }
        return COMPUTED;
    }
}
