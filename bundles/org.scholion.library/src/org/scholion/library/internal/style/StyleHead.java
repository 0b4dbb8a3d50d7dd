package org.scholion.library.internal.style;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What stands at the beginning of a style.
 *
 * @param title in one line; may be empty
 * @param shortTitle in one line; mostly empty
 * @param parent the last part of the address of the style that this one only names; else empty
 * @param format how the text cites, as CSL says it; may be empty
 * @param language that it was written for; may be empty
 * @param bibliography whether it has one; false where it only names another style
 */
public record StyleHead(String title, String shortTitle, String parent, String format, String language, boolean bibliography) {

    private static final String NAMESPACE = "http://purl.org/net/xbiblio/csl";

    /** Reads nothing but the text: no other file is ever opened. */
    private static final class Reading {

        private String title = "";
        private String shortTitle = "";
        private String parent = "";
        private String format = "";
        private String language = "";
        private boolean bibliography;
        private boolean style;

        void read(XMLStreamReader xml) throws XMLStreamException {
            int depth = 0;
            boolean inInfo = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 1) {
                        begin(xml);
                    } else if (depth == 2) {
                        inInfo = xml.getLocalName().equals("info");
                        bibliography |= xml.getLocalName().equals("bibliography");
                    } else if (depth == 3 && inInfo && info(xml)) {
                        depth--;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        }

        private void begin(XMLStreamReader xml) throws XMLStreamException {
            style = xml.getLocalName().equals("style") && NAMESPACE.equals(xml.getNamespaceURI());
            if (!style) {
                throw new XMLStreamException("<" + xml.getLocalName() + ">");
            }
            language = attribute(xml, "default-locale");
        }

        /** @return whether the end of the element was read, too */
        private boolean info(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "title" -> title = line(xml.getElementText());
                case "title-short" -> shortTitle = line(xml.getElementText());
                case "link" -> {
                    if (attribute(xml, "rel").strip().equals("independent-parent")) {
                        String address = attribute(xml, "href").strip();
                        parent = address.substring(address.lastIndexOf('/') + 1);
                    }
                    return false;
                }
                case "category" -> {
                    String value = attribute(xml, "citation-format");
                    format = value.isEmpty() ? format : value;
                    return false;
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static String attribute(XMLStreamReader xml, String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private static String line(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }

    /** @throws XMLStreamException when it is no style */
    public static StyleHead of(String style) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Reading reading = new Reading();
        reading.read(factory.createXMLStreamReader(new StringReader(style)));
        return new StyleHead(
                reading.title, reading.shortTitle, reading.parent, reading.format, reading.language, reading.bibliography);
    }
}
