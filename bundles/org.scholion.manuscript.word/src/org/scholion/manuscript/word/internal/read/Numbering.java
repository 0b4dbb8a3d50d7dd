package org.scholion.manuscript.word.internal.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** The lists of a document, each with its levels (ECMA-376 part 1, 17.9). Not thread-safe while it is filled. */
public final class Numbering {

    private final Map<String, XmlElement> definitions = new HashMap<>();
    private final Map<String, XmlElement> lists = new HashMap<>();
    /** Definitions by the style that other ones take them from. */
    private final Map<String, XmlElement> byStyle = new HashMap<>();

    /**
     * How a level of a list is numbered.
     *
     * @param format as in {@code w:numFmt}, such as {@code decimal} or {@code bullet}
     * @param text with {@code %1} for the number of the first level and so on
     * @param start the first number
     */
    public record Level(String format, String text, int start) {}

    /** Takes what stands in the root of the part of numberings. */
    public void take(XmlElement element) {
        switch (element.name()) {
            case "w:abstractNum" -> {
                definitions.putIfAbsent(element.attribute("w:abstractNumId").orElse(""), element);
                element.value("w:styleLink").ifPresent(style -> byStyle.putIfAbsent(style, element));
            }
            case "w:num" -> lists.putIfAbsent(element.attribute("w:numId").orElse(""), element);
            default -> {
                // pictures of bullets
            }
        }
    }

    /** The level of a list that the paragraphs of a style have, from 0; empty where the list names no level for the style. */
    Optional<Integer> levelOf(int list, String style) {
        return definition(list).flatMap(definition -> definition.elements()
                .filter(element -> element.is("w:lvl") && element.value("w:pStyle").filter(style::equals).isPresent())
                .findFirst()
                .flatMap(Numbering::number));
    }

    /** The style whose paragraphs a level of a list numbers. */
    Optional<String> styleOf(int list, int level) {
        return level(list, level).flatMap(found -> found.value("w:pStyle"));
    }

    /** Whether a level shows a number or a bullet; of a list that nobody defines that is taken for granted. */
    boolean isShown(int list, int level) {
        return level(list, level).map(found -> !found.value("w:numFmt").orElse("").equals("none")
                        || !found.value("w:lvlText").orElse("").isBlank())
                .orElse(true);
    }

    /** A level of a list; empty where nobody defines it. */
    public Optional<Level> of(int list, int level) {
        return level(list, level).map(found -> new Level(
                found.value("w:numFmt").orElse("decimal"), found.value("w:lvlText").orElse(""),
                start(list, level).or(() -> found.value("w:start").flatMap(ParagraphKinds::integer)).orElse(0)));
    }

    /** What counts the items of a list: lists of one definition go on counting, unless one begins anew. */
    public String counter(int list) {
        Optional<XmlElement> own = Optional.ofNullable(lists.get(String.valueOf(list)));
        boolean anew = own.filter(found -> found.child("w:lvlOverride").flatMap(level -> level.child("w:startOverride")).isPresent()).isPresent();
        return anew ? "list " + list : own.flatMap(found -> found.value("w:abstractNumId")).orElse("list " + list);
    }

    private Optional<Integer> start(int list, int level) {
        return Optional.ofNullable(lists.get(String.valueOf(list)))
                .flatMap(found -> level(found, "w:lvlOverride", level))
                .flatMap(override -> override.value("w:startOverride"))
                .flatMap(ParagraphKinds::integer);
    }

    private Optional<XmlElement> level(int list, int level) {
        Optional<XmlElement> changed = Optional.ofNullable(lists.get(String.valueOf(list))).flatMap(found -> level(found, "w:lvlOverride", level))
                .flatMap(override -> override.child("w:lvl"));
        return changed.or(() -> definition(list).flatMap(found -> level(found, "w:lvl", level)));
    }

    private static Optional<XmlElement> level(XmlElement parent, String name, int level) {
        return parent.elements()
                .filter(element -> element.is(name) && number(element).filter(number -> number == level).isPresent())
                .findFirst();
    }

    private Optional<XmlElement> definition(int list) {
        Optional<XmlElement> own = Optional.ofNullable(lists.get(String.valueOf(list)))
                .flatMap(found -> found.value("w:abstractNumId"))
                .flatMap(id -> Optional.ofNullable(definitions.get(id)));
        Optional<XmlElement> linked = own.flatMap(found -> found.value("w:numStyleLink")).flatMap(style -> Optional.ofNullable(byStyle.get(style)));
        return linked.or(() -> own);
    }

    private static Optional<Integer> number(XmlElement level) {
        return level.attribute("w:ilvl").flatMap(ParagraphKinds::integer);
    }
}
