package org.scholion.library.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An element of a record, or a piece of text in it. Not thread-safe while it is built. */
public final class XmlNode {

    private final String name;
    private final Map<String, String> attributes;
    private final String own;
    private final List<XmlNode> content = new ArrayList<>();

    private XmlNode(String name, Map<String, String> attributes, String own) {
        this.name = name;
        this.attributes = attributes;
        this.own = own;
    }

    static XmlNode element(String name, Map<String, String> attributes) {
        return new XmlNode(name, Map.copyOf(attributes), "");
    }

    static XmlNode text(String text) {
        return new XmlNode("", Map.of(), text);
    }

    void add(XmlNode node) {
        content.add(node);
    }

    /** Without a prefix; empty for a piece of text. */
    public String name() {
        return name;
    }

    /** Empty where there is none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** All text in it, whatever elements are around it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    /** Elements cannot be nested so deeply that this overflows, since the parser has a limit. */
    private void append(StringBuilder text) {
        text.append(own);
        for (XmlNode node : content) {
            node.append(text);
        }
    }

    /** The elements that a path of names leads to, in order. */
    public List<XmlNode> all(String path) {
        List<XmlNode> found = List.of(this);
        for (String step : path.split("/")) {
            List<XmlNode> next = new ArrayList<>();
            for (XmlNode node : found) {
                for (XmlNode child : node.content) {
                    if (child.name.equals(step)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The text of the first element that has one, by the order of the paths. */
    public String first(String... paths) {
        for (String path : paths) {
            for (XmlNode node : all(path)) {
                String text = node.text().strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
