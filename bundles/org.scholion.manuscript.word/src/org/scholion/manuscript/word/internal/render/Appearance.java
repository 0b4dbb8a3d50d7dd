package org.scholion.manuscript.word.internal.render;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.rendition.RenderedLine.Alignment;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.word.internal.read.Styles;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** How the letters of a run look: by the run itself, its style, the style of its paragraph, the defaults of the document. */
final class Appearance {

    /** In half points, where a document says nothing (ECMA-376 part 1, 17.3.2.38). */
    private static final float DEFAULT_SIZE = 20;

    private static final float LEAST_SCALE = 0.6f;
    private static final float MOST_SCALE = 3;
    private static final String HYPERLINK = "hyperlink";

    private final Styles styles;
    private final float normal;

    Appearance(Styles styles) {
        this.styles = styles;
        normal = styles.normal().flatMap(id -> styles.ofRun(id, Appearance::size)).or(() -> styles.ofDefaultRun(Appearance::size)).orElse(DEFAULT_SIZE);
    }

    /** @param run null for what stands in no run */
    Set<Look> looks(@Nullable XmlElement run, String paragraphStyle) {
        Optional<XmlElement> direct = properties(run);
        Set<Look> looks = EnumSet.noneOf(Look.class);
        add(looks, Look.BOLD, toggle(direct, paragraphStyle, "w:b"));
        add(looks, Look.ITALIC, toggle(direct, paragraphStyle, "w:i"));
        add(looks, Look.STRIKE_OUT, toggle(direct, paragraphStyle, "w:strike"));
        add(looks, Look.HIDDEN, toggle(direct, paragraphStyle, "w:vanish"));
        String underline = styles.ofLetters(direct, paragraphStyle, properties -> properties.value("w:u")).orElse("none");
        add(looks, Look.UNDERLINE, !underline.equals("none"));
        String raised = styles.ofLetters(direct, paragraphStyle, properties -> properties.value("w:vertAlign")).orElse("");
        add(looks, Look.SUPERSCRIPT, raised.equals("superscript"));
        add(looks, Look.SUBSCRIPT, raised.equals("subscript"));
        add(looks, Look.LINK, runStyle(direct).map(styles::name).filter(HYPERLINK::equals).isPresent());
        return looks;
    }

    float scale(@Nullable XmlElement run, String paragraphStyle) {
        float size = styles.ofLetters(properties(run), paragraphStyle, Appearance::size).orElse(normal);
        return Math.max(LEAST_SCALE, Math.min(MOST_SCALE, size / normal));
    }

    Alignment alignment(XmlElement paragraph, String style) {
        Optional<String> own = paragraph.child("w:pPr").flatMap(properties -> properties.value("w:jc"));
        return switch (own.or(() -> styles.ofParagraph(style, properties -> properties.value("w:jc"))).orElse("")) {
            case "center" -> Alignment.CENTRE;
            case "right", "end" -> Alignment.END;
            default -> Alignment.START;
        };
    }

    private static void add(Set<Look> looks, Look look, boolean there) {
        if (there) {
            looks.add(look);
        }
    }

    private boolean toggle(Optional<XmlElement> direct, String paragraphStyle, String name) {
        return styles.ofLetters(direct, paragraphStyle, properties -> properties.toggle(name)).orElse(false);
    }

    private static Optional<XmlElement> properties(@Nullable XmlElement run) {
        return run == null ? Optional.empty() : run.child("w:rPr");
    }

    private static Optional<String> runStyle(Optional<XmlElement> direct) {
        return direct.flatMap(properties -> properties.value("w:rStyle"));
    }

    private static Optional<Float> size(XmlElement properties) {
        try {
            return properties.value("w:sz").map(Float::valueOf).filter(size -> size > 0);
        } catch (NumberFormatException e) {
            // no size: as if nothing was said
            return Optional.empty();
        }
    }
}
