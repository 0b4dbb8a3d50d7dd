package org.scholion.manuscript.word.internal.write;

import org.scholion.manuscript.word.internal.xml.XmlElement;

/** Writes elements of the main namespace with the prefix that a part uses for it. */
final class Tags {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private final String part;
    private final String prefix;
    private final String declaration;

    /**
     * Tags like those of an element.
     *
     * @param part the text of the part
     * @param model an element of the main namespace in it
     */
    Tags(String part, XmlElement model) {
        this.part = part;
        String name = rawName(part, model);
        int colon = name.indexOf(':');
        // without a prefix attributes would be in no namespace
        prefix = colon < 0 ? "w:" : name.substring(0, colon + 1);
        declaration = colon < 0 ? " xmlns:w=\"" + namespace(part) + "\"" : "";
    }

    /** The main namespace in the form that a part declares, strict or transitional. */
    static String namespace(String part) {
        return isStrict(part) ? STRICT : TRANSITIONAL;
    }

    static boolean isStrict(String part) {
        return part.contains(STRICT);
    }

    /** The name as it is written. */
    private static String rawName(String part, XmlElement element) {
        int start = element.range().start() + 1;
        int end = start;
        while (end < part.length() && " \t\r\n/>".indexOf(part.charAt(end)) < 0) {
            end++;
        }
        return part.substring(start, end);
    }

    /** The start tag of an element as it is written; of an element with one tag only the same without the slash. */
    String start(XmlElement element) {
        String tag = part.substring(element.range().start(), element.content().start());
        return tag.endsWith("/>") ? tag.substring(0, tag.length() - 2).stripTrailing() + ">" : tag;
    }

    String end(XmlElement element) {
        return "</" + rawName(part, element) + ">";
    }

    /** The start tag of a tracked change that goes on behind something else, with a number of its own. */
    String again(XmlElement change, Reviser reviser) {
        return start(change).replaceFirst(":id\\s*=\\s*(\"[^\"]*\"|'[^']*')", ":id=\"" + reviser.nextId() + "\"");
    }

    /** The whole element as it is written. */
    String raw(XmlElement element) {
        return element.range().of(part);
    }

    /** A start tag. */
    String open(String local, String... attributes) {
        StringBuilder tag = new StringBuilder("<").append(prefix).append(local).append(declaration);
        for (int i = 0; i < attributes.length; i += 2) {
            tag.append(' ').append(prefix).append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
        }
        return tag.append('>').toString();
    }

    String close(String local) {
        return "</" + prefix + local + ">";
    }

    /** An element of letters, {@code t} or {@code delText}. */
    String letters(String local, String text) {
        return "<" + prefix + local + declaration + " xml:space=\"preserve\">" + escape(text) + close(local);
    }

    /** An element without content. */
    String empty(String local, String... attributes) {
        String tag = open(local, attributes);
        return tag.substring(0, tag.length() - 1) + "/>";
    }

    /** Text as XML has it. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                case '\n', '\t' -> escaped.append(c);
                default -> {
                    // XML 1.0 knows no other control characters
                    if (c >= ' ' && c != '\uFFFE' && c != '\uFFFF') {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
