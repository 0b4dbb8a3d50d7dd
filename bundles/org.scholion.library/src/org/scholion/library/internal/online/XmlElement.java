package org.scholion.library.internal.online;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.jdt.annotation.Nullable;

/** An element of an XML document, by its local name. Read without document types, external entities and endless depth. */
final class XmlElement {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS = 1_000_000;

    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    /** Texts and elements in order. */
    private final List<Object> content = new ArrayList<>();

    private XmlElement(String name) {
        this.name = name;
    }

    /** The outermost element of a document. */
    static XmlElement parse(String document) throws BrokenAnswer {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XmlElement root = read(factory.createXMLStreamReader(new StringReader(document)));
            if (root != null) {
                return root;
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new BrokenAnswer(Messages.answer_xml, e);
        }
        throw new BrokenAnswer(Messages.answer_xml);
    }

    private static @Nullable XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        int count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= MAX_DEPTH || ++count > MAX_ELEMENTS) {
                        throw new XMLStreamException("too deep or too large");
                    }
                    XmlElement element = new XmlElement(xml.getLocalName());
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        element.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getFirst().children.add(element);
                        open.getFirst().content.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.getFirst().content.add(xml.getText());
                    }
                }
                default -> {
                    // comments, instructions and entities say nothing here
                }
            }
        }
        return root;
    }

    String name() {
        return name;
    }

    /** All text in it, that of children too, in one line. */
    String text() {
        StringBuilder text = new StringBuilder();
        collect(text);
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private void collect(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof XmlElement element) {
                element.collect(text);
            } else {
                text.append(part);
            }
        }
    }

    /** Empty when there is none. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    List<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** All below it on a path of names. */
    List<XmlElement> all(String... path) {
        List<XmlElement> found = List.of(this);
        for (String step : path) {
            found = found.stream().flatMap(element -> element.children(step).stream()).toList();
        }
        return found;
    }

    Optional<XmlElement> first(String... path) {
        return all(path).stream().findFirst();
    }

    /** The text of the first one on a path; empty when there is none. */
    String text(String... path) {
        return first(path).map(XmlElement::text).orElse("");
    }
}
