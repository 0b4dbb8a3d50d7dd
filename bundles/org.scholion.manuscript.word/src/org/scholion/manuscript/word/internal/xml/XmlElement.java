package org.scholion.manuscript.word.internal.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scholion.text.TextRange;

/**
 * An element of a part.
 *
 * @param name with the usual prefix of its namespace, whatever prefix the part declares: {@code w:p}, {@code m:oMath}; see {@link Names}
 * @param attributes by names of the same kind; those without a namespace have no prefix
 * @param range from the first unit of the start tag to the last of the end tag
 * @param content between the tags; empty, at the end of the element, where it has one tag only
 * @param ordinal of a paragraph ({@code w:p}) its number in the part, from 0 in document order; of others -1
 * @param children in order
 */
public record XmlElement(
        String name, Map<String, String> attributes, TextRange range, TextRange content, int ordinal, List<XmlNode> children)
        implements XmlNode {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** The first child of that name. */
    public Optional<XmlElement> child(String child) {
        // asked very often: a stream costs more than the search
        for (XmlNode node : children) {
            if (node instanceof XmlElement element && element.is(child)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** The attribute {@code w:val} of the child of that name. */
    public Optional<String> value(String child) {
        return child(child).flatMap(element -> element.attribute("w:val"));
    }

    /**
     * Whether a property that is either on or off is on, such as {@code w:b} or {@code w:vanish}.
     *
     * @return empty when there is no such child
     */
    public Optional<Boolean> toggle(String child) {
        return child(child).map(element -> element.attribute("w:val").map(XmlElement::isOn).orElse(true));
    }

    /** All text inside, in order. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(this, text);
        return text.toString();
    }

    private static void append(XmlElement element, StringBuilder text) {
        for (XmlNode child : element.children) {
            switch (child) {
                case XmlText plain -> text.append(plain.text());
                case XmlElement nested -> append(nested, text);
            }
        }
    }

    /** Whether a value means "on": the forms of {@code ST_OnOff} (ECMA-376 part 1, 22.9.2.7). */
    public static boolean isOn(String value) {
        return switch (value) {
            case "0", "false", "off" -> false;
            default -> true;
        };
    }
}
