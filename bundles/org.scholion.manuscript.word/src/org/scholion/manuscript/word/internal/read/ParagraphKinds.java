package org.scholion.manuscript.word.internal.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** Tells what a paragraph is by its style, its outline level and its list. */
public final class ParagraphKinds {

    /** Nobody's sentences: a line of a table of contents or an index. */
    private static final Set<String> LISTED = Set.of("toc", "table of figures", "table of authorities", "index");

    /** Styles of Word, of pandoc and of templates of publishers, by the name that Word shows in English. */
    private static final Map<String, BlockKind> BY_STYLE = Map.ofEntries(
            Map.entry("title", BlockKind.TITLE), Map.entry("subtitle", BlockKind.TITLE), Map.entry("paper title", BlockKind.TITLE),
            Map.entry("author", BlockKind.AUTHOR), Map.entry("authors", BlockKind.AUTHOR), Map.entry("affiliation", BlockKind.AUTHOR),
            Map.entry("date", BlockKind.AUTHOR), Map.entry("address", BlockKind.AUTHOR), Map.entry("signature", BlockKind.AUTHOR),
            Map.entry("envelope address", BlockKind.AUTHOR), Map.entry("abstract", BlockKind.ABSTRACT),
            Map.entry("abstract text", BlockKind.ABSTRACT), Map.entry("keywords", BlockKind.KEYWORDS),
            Map.entry("caption", BlockKind.CAPTION), Map.entry("table caption", BlockKind.CAPTION),
            Map.entry("image caption", BlockKind.CAPTION), Map.entry("figure caption", BlockKind.CAPTION),
            Map.entry("quote", BlockKind.QUOTATION), Map.entry("intense quote", BlockKind.QUOTATION),
            Map.entry("block text", BlockKind.QUOTATION), Map.entry("bibliography", BlockKind.BIBLIOGRAPHY),
            Map.entry("references", BlockKind.BIBLIOGRAPHY), Map.entry("endnote bibliography", BlockKind.BIBLIOGRAPHY),
            Map.entry("source code", BlockKind.LISTING), Map.entry("verbatim", BlockKind.LISTING),
            Map.entry("html preformatted", BlockKind.LISTING), Map.entry("macro", BlockKind.LISTING));

    private static final Map<String, BlockKind> BY_HEADING = Map.of(
            "abstract", BlockKind.ABSTRACT, "summary", BlockKind.ABSTRACT, "keywords", BlockKind.KEYWORDS,
            "references", BlockKind.BIBLIOGRAPHY, "bibliography", BlockKind.BIBLIOGRAPHY, "literature cited", BlockKind.BIBLIOGRAPHY,
            "works cited", BlockKind.BIBLIOGRAPHY, "reference list", BlockKind.BIBLIOGRAPHY);

    private static final String HEADING = "heading ";
    /** Word's first level is a section: the second level of a LaTeX paper. */
    private static final int ABOVE_SECTION = 2;

    private static final int DEEPEST = 6;
    private static final int OUTLINE_LEVELS = 9;

    private final Styles styles;
    private final Numbering numbering;

    /** A kind and its level, as in {@link org.scholion.manuscript.Block}. */
    record Kind(BlockKind kind, int level) {}

    /**
     * A place in a list.
     *
     * @param list its number in the part of numberings, over 0
     * @param level from 0
     */
    public record ListPlace(int list, int level) {}

    public ParagraphKinds(Styles styles, Numbering numbering) {
        this.styles = styles;
        this.numbering = numbering;
    }

    /** The style of a paragraph; empty where it has none. */
    public String style(XmlElement paragraph) {
        return properties(paragraph).flatMap(properties -> properties.value("w:pStyle")).or(styles::normal).orElse("");
    }

    /** What the paragraph is; empty for a line of a table of contents. */
    Optional<Kind> of(XmlElement paragraph, BlockKind otherwise) {
        String style = style(paragraph);
        for (String name : styles.lineage(style)) {
            if (LISTED.contains(name.replaceAll(" \\d+$", ""))) {
                return Optional.empty();
            }
            Optional<Kind> heading = heading(name);
            if (heading.isPresent()) {
                return heading;
            }
            BlockKind known = BY_STYLE.get(name);
            if (known != null) {
                return Optional.of(new Kind(known, 0));
            }
        }
        Optional<Integer> outline = property(paragraph, style, "w:outlineLvl");
        if (outline.isPresent() && outline.get() >= 0 && outline.get() < OUTLINE_LEVELS) {
            return Optional.of(heading(outline.get()));
        }
        return inList(paragraph, style, otherwise).or(() -> Optional.of(new Kind(otherwise, 0)));
    }

    /** An item of a list; a heading where the list numbers headings, whatever style the paragraph has. */
    private Optional<Kind> inList(XmlElement paragraph, String style, BlockKind otherwise) {
        Optional<ListPlace> place = listPlace(paragraph, style);
        Optional<Kind> heading =
                place.flatMap(found -> numbering.styleOf(found.list(), found.level())).flatMap(numbered -> headingOfStyle(numbered));
        if (heading.isPresent()) {
            return heading;
        }
        return place.filter(found -> otherwise == BlockKind.PARAGRAPH && numbering.isShown(found.list(), found.level()))
                .map(found -> new Kind(BlockKind.LIST_ITEM, 1 + found.level()));
    }

    /** Where a paragraph of a style stands in a list; empty where it is in none. */
    public Optional<ListPlace> listPlace(XmlElement paragraph, String style) {
        int list = number(paragraph, style, "w:numId").orElse(0);
        return list <= 0
                ? Optional.empty()
                : Optional.of(new ListPlace(
                        list, Math.max(0, number(paragraph, style, "w:ilvl").or(() -> numbering.levelOf(list, style)).orElse(0))));
    }

    private Optional<Kind> headingOfStyle(String style) {
        for (String name : styles.lineage(style)) {
            Optional<Kind> heading = heading(name);
            if (heading.isPresent()) {
                return heading;
            }
        }
        return Optional.empty();
    }

    /** What stands below a heading of that text; empty where a heading says nothing of it. */
    static Optional<BlockKind> below(String heading) {
        String plain = heading.replaceAll("^[\\d.\\s]+|[:.\\s]+$", "").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_HEADING.get(plain));
    }

    /** The heading that a style of that name makes. */
    private static Optional<Kind> heading(String name) {
        boolean heading = name.startsWith(HEADING) && name.length() == HEADING.length() + 1 && Character.isDigit(name.charAt(HEADING.length()));
        return heading ? Optional.of(heading(name.charAt(HEADING.length()) - '1')) : Optional.empty();
    }

    private static Kind heading(int outline) {
        return new Kind(BlockKind.HEADING, Math.min(DEEPEST, outline + ABOVE_SECTION));
    }

    private Optional<Integer> property(XmlElement paragraph, String style, String name) {
        return properties(paragraph).flatMap(properties -> properties.value(name))
                .or(() -> styles.ofParagraph(style, properties -> properties.value(name)))
                .flatMap(ParagraphKinds::integer);
    }

    private Optional<Integer> number(XmlElement paragraph, String style, String name) {
        return properties(paragraph).flatMap(properties -> properties.child("w:numPr")).flatMap(list -> list.value(name))
                .or(() -> styles.ofParagraph(style, properties -> properties.child("w:numPr").flatMap(list -> list.value(name))))
                .flatMap(ParagraphKinds::integer);
    }

    private static Optional<XmlElement> properties(XmlElement paragraph) {
        return paragraph.child("w:pPr");
    }

    static Optional<Integer> integer(String digits) {
        try {
            return Optional.of(Integer.valueOf(digits.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
