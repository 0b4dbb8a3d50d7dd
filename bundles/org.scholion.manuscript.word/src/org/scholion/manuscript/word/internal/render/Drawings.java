package org.scholion.manuscript.word.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.rendition.Picture;
import org.scholion.manuscript.rendition.Span.Thing;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** Finds the pictures that drawings show, and what they are called. */
final class Drawings {

    /** English Metric Units, in which drawings are measured (ECMA-376 part 1, 20.1.2.1). */
    private static final float UNITS_PER_POINT = 12_700;

    private final Map<String, Map<String, String>> names;

    /** @param names of the parts that hold pictures, by the part that shows them and the id that it knows them under */
    Drawings(Map<String, Map<String, String>> names) {
        this.names = names;
    }

    /** What an element of a run shows. */
    Thing thing(XmlElement element, String part) {
        Optional<Picture> picture = find(element, "a:blip")
                .flatMap(blip -> blip.attribute("r:embed"))
                .or(() -> find(element, "v:imagedata").flatMap(data -> data.attribute("r:id")))
                .flatMap(id -> Optional.ofNullable(names.getOrDefault(part, Map.of()).get(id)))
                .map(name -> new Picture(name, points(element, "cx"), points(element, "cy")));
        return new Thing(PlaceholderKind.OBJECT, title(element), picture);
    }

    /** The drawings of a paragraph that float beside its text. Those that hold text of their own are read as text. */
    static List<XmlElement> floating(XmlElement paragraph) {
        List<XmlElement> found = new ArrayList<>();
        collect(paragraph, found);
        return found;
    }

    private static void collect(XmlElement element, List<XmlElement> found) {
        shown(element).forEach(child -> {
            if (child.is("w:drawing") && find(child, "wp:anchor").isPresent() && find(child, "w:txbxContent").isEmpty()) {
                found.add(child);
            } else if (!child.is("w:txbxContent")) {
                collect(child, found);
            }
        });
    }

    /** The children of an element; of several forms of one thing the first. */
    static Stream<XmlElement> shown(XmlElement element) {
        return element.is("mc:AlternateContent")
                ? element.child("mc:Choice").or(() -> element.child("mc:Fallback")).stream()
                : element.elements();
    }

    private static String title(XmlElement element) {
        Optional<XmlElement> properties = find(element, "wp:docPr");
        // the name, such as "Rectangle 4", is one that Word made up
        return properties.flatMap(found -> found.attribute("descr").or(() -> found.attribute("title"))).orElse("").strip();
    }

    private static float points(XmlElement element, String attribute) {
        try {
            return find(element, "wp:extent").flatMap(extent -> extent.attribute(attribute)).map(Float::valueOf).orElse(0f) / UNITS_PER_POINT;
        } catch (NumberFormatException e) {
            // no number: as large as the picture is
            return 0;
        }
    }

    private static Optional<XmlElement> find(XmlElement element, String name) {
        return element.elements()
                .map(child -> child.is(name) ? Optional.of(child) : find(child, name))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
