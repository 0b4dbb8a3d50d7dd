package org.scholion.library.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.internal.SourceBytes;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads an XML file record by record. Document types and external entities are not looked at. */
public final class XmlRecords {

    private static final int DEEPEST = 48;
    private static final int MOST_NODES = 100_000;
    private static final int LONGEST = 4_000_000;

    private final Set<String> names;
    private final Consumer<XmlNode> found;
    private final Problems problems;
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private int depth;
    private int nodes;
    private int length;
    private int begun;

    private XmlRecords(Set<String> names, Consumer<XmlNode> found, Problems problems) {
        this.names = names;
        this.found = found;
        this.problems = problems;
    }

    /** Whether a source is an XML file by its name, and begins in that way. */
    public static boolean isXmlWith(Pattern begin, Path source) {
        Path name = source.getFileName();
        return name != null
                && name.toString().toLowerCase(Locale.ROOT).endsWith(".xml")
                && Files.isRegularFile(source)
                && begin.matcher(SourceBytes.head(source)).find();
    }

    /**
     * Reads a file as far as it is well-formed.
     *
     * @param names of the elements that are records
     * @param found takes each record
     */
    public static void read(Path source, Set<String> names, Problems problems, CancelToken cancel, Consumer<XmlNode> found)
            throws LibraryException, CancelledException {
        read(SourceBytes.open(source), names, problems, cancel, found);
    }

    /** Reads bytes as far as they are well-formed, and closes them. */
    public static void read(InputStream bytes, Set<String> names, Problems problems, CancelToken cancel, Consumer<XmlNode> found)
            throws CancelledException {
        new XmlRecords(names, found, problems).run(bytes, cancel);
    }

    private void run(InputStream bytes, CancelToken cancel) throws CancelledException {
        // not the factory that happens to be installed, since the limits of this one are known
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try (Reader in = XmlCharacters.of(bytes)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                cancel.check();
                event(xml, xml.next());
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNumber());
            problems.add(line, NLS.bind(Messages.xml_cut, lastLine(String.valueOf(broken.getMessage()))));
        } catch (IOException | RuntimeException broken) {
            // the parser of the platform answers some broken files with exceptions of its own making
            problems.add(0, NLS.bind(Messages.xml_cut, String.valueOf(broken.getMessage())));
        }
    }

    private void event(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters(xml.getText());
            case XMLStreamConstants.ENTITY_REFERENCE -> characters(" ");
            default -> {
                // comments and instructions say nothing of the work
            }
        }
    }

    private void start(XMLStreamReader xml) {
        if (depth == 0 && !names.contains(xml.getLocalName())) {
            return;
        }
        if (depth == 0) {
            nodes = 0;
            length = 0;
            begun = xml.getLocation().getLineNumber();
        }
        depth++;
        if (fits()) {
            nodes++;
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                length += xml.getAttributeValue(i).length();
            }
            XmlNode node = XmlNode.element(xml.getLocalName(), attributes);
            if (!open.isEmpty()) {
                open.getLast().add(node);
            }
            open.addLast(node);
        }
    }

    private void characters(String text) {
        if (depth > 0 && fits()) {
            nodes++;
            length += text.length();
            open.getLast().add(XmlNode.text(text));
        }
    }

    private void end() {
        if (depth == 0) {
            return;
        }
        depth--;
        if (depth > 0) {
            if (fits()) {
                open.removeLast();
            }
            return;
        }
        if (fits()) {
            found.accept(open.removeLast());
        } else {
            problems.add(begun, Messages.xml_tooLarge);
        }
        open.clear();
    }

    /** Once a record is too large it stays so up to its end. */
    private boolean fits() {
        if (depth > DEEPEST) {
            nodes = MOST_NODES + 1;
        }
        return nodes <= MOST_NODES && length <= LONGEST;
    }

    private static String lastLine(String message) {
        return message.lines().reduce("", (first, second) -> second).replaceFirst("^Message: ", "");
    }
}
