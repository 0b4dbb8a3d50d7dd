package org.scholion.manuscript.word.internal.xml;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Reads the text of a part piece by piece, with the place of each piece. Thread-safe. */
public final class XmlParts {

    /** Deeper than any document that somebody wrote; what is deeper is made to exhaust the stack. */
    private static final int MOST_DEPTH = 400;

    /** A table of 10,000 pages has fewer; one tree of more is made to exhaust the memory. */
    private static final int MOST_NODES = 2_000_000;

    private static final String PARAGRAPH = "w:p";

    private final WstxInputFactory factory = new WstxInputFactory();

    /** Takes the pieces. */
    @FunctionalInterface
    public interface Taker {
        void take(XmlElement element) throws CancelledException;
    }

    public XmlParts() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // errors inside a piece of text are then told by next(), not by an unchecked exception of getText()
        factory.getConfig().doParseLazily(false);
        factory.getConfig().setMaxElementDepth(MOST_DEPTH);
        // a picture may stand in an attribute of old drawings
        factory.getConfig().setMaxAttributeSize(64 << 20);
    }

    /** An element whose end tag was not read yet. */
    private record Open(String name, Map<String, String> attributes, int start, int contentStart, int ordinal, List<XmlNode> children) {}

    /**
     * Gives each element that stands directly in a container, whole, one after another.
     *
     * @param containers names of elements whose children are wanted; their own attributes are not told
     * @throws XmlSyntaxException when the text is not well-formed; what stood before was given
     */
    public void read(String text, Set<String> containers, Taker taker, CancelToken cancel)
            throws XmlSyntaxException, CancelledException {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(text));
            try {
                read(reader, containers, taker, cancel);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new XmlSyntaxException(message, e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), e);
        }
    }

    private static void read(XMLStreamReader2 reader, Set<String> containers, Taker taker, CancelToken cancel)
            throws XMLStreamException, CancelledException {
        Deque<Open> open = new ArrayDeque<>();
        Map<String, Map<String, String>> names = new HashMap<>();
        int paragraphs = 0;
        int nodes = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            nodes = open.isEmpty() ? 0 : nodes + 1;
            if (nodes > MOST_NODES) {
                throw new XMLStreamException("More than " + MOST_NODES + " pieces in one element", reader.getLocation());
            }
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = name(reader, names);
                    if (!open.isEmpty() || !containers.contains(name)) {
                        int ordinal = name.equals(PARAGRAPH) ? paragraphs++ : -1;
                        open.push(new Open(
                                name, attributes(reader, names), start(reader), end(reader), ordinal, new ArrayList<>()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!open.isEmpty()) {
                        XmlElement done = close(open.pop(), start(reader), end(reader));
                        if (open.isEmpty()) {
                            cancel.check();
                            taker.take(done);
                        } else {
                            open.peek().children().add(done);
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        int start = start(reader);
                        String plain = reader.getText();
                        open.peek().children().add(new XmlText(new TextRange(start, Math.max(start, end(reader))), plain));
                    }
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private static XmlElement close(Open element, int endTag, int end) {
        // of an element with one tag only both ends are reported at its end
        int contentEnd = Math.max(element.contentStart(), endTag);
        return new XmlElement(
                element.name(), element.attributes(), new TextRange(element.start(), Math.max(contentEnd, end)),
                new TextRange(element.contentStart(), contentEnd), element.ordinal(), element.children());
    }

    private static int start(XMLStreamReader2 reader) {
        return Math.toIntExact(reader.getLocationInfo().getStartingCharOffset());
    }

    private static int end(XMLStreamReader2 reader) throws XMLStreamException {
        return Math.toIntExact(reader.getLocationInfo().getEndingCharOffset());
    }

    private static String name(XMLStreamReader2 reader, Map<String, Map<String, String>> names) {
        return name(reader.getNamespaceURI(), reader.getLocalName(), names);
    }

    /** Each name once, since millions of elements share a few. */
    private static String name(@Nullable String namespace, String local, Map<String, Map<String, String>> names) {
        String given = namespace == null ? "" : namespace;
        return names.computeIfAbsent(given, any -> new HashMap<>()).computeIfAbsent(local, any -> Names.of(given, local));
    }

    private static Map<String, String> attributes(XMLStreamReader2 reader, Map<String, Map<String, String>> names) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i), names);
            attributes.put(name, reader.getAttributeValue(i));
        }
        return attributes;
    }
}
