package org.scholion.manuscript.word.internal.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Accepts or rejects our tracked changes as Word does, by the tree of a part and without any code of the writer. */
final class Revisions {

    private static final String NAMESPACE = "*";

    private Revisions() {}

    /** The part after all changes of ours were accepted, or rejected. */
    static byte[] decided(byte[] part, boolean accepted) throws Exception {
        Document document = parse(part);
        for (Element change : ours(document, accepted ? "del" : "ins")) {
            change.getParentNode().removeChild(change);
        }
        for (Element change : ours(document, accepted ? "ins" : "del")) {
            for (Element deleted : elements(change, "delText")) {
                document.renameNode(deleted, deleted.getNamespaceURI(), deleted.getNodeName().replace("delText", "t"));
            }
            for (Element deleted : elements(change, "delInstrText")) {
                document.renameNode(deleted, deleted.getNamespaceURI(), deleted.getNodeName().replace("delInstrText", "instrText"));
            }
            while (change.getFirstChild() != null) {
                change.getParentNode().insertBefore(change.getFirstChild(), change);
            }
            change.getParentNode().removeChild(change);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    /**
     * How often each element but runs and letters stands in a part: what the text stands in. An insertion of somebody else may have become
     * two neighbours, which are one to Word.
     */
    static Map<String, Integer> structure(byte[] part) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Element element : elements(parse(part).getDocumentElement(), "*")) {
            String name = element.getLocalName();
            boolean ofRun = element.getParentNode().getLocalName().equals("r") || name.equals("r") || isInRunProperties(element);
            ofRun |= name.equals("ins") || name.equals("moveTo");
            if (!ofRun) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static boolean isInRunProperties(Element element) {
        for (Node node = element; node != null; node = node.getParentNode()) {
            if ("rPr".equals(node.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static List<Element> ours(Document document, String name) {
        return elements(document.getDocumentElement(), name).stream()
                .filter(element -> element.getAttributeNS(element.getNamespaceURI(), "author").equals(Reviser.AUTHOR))
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(byte[] part) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
    }
}
