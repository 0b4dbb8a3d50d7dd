package org.scholion.library.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.scholion.library.internal.format.Problems;
import org.scholion.library.internal.format.XmlNode;
import org.scholion.library.internal.format.XmlRecords;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What the metadata stream of a document says, as elements or as attributes. */
final class Xmp {

    private static final int LONGEST = 1_000_000;

    private final List<XmlNode> descriptions = new ArrayList<>();

    private Xmp() {}

    /** The metadata; of a document that has none, or none that can be read, it says nothing. */
    static Xmp of(PDDocument document, CancelToken cancel) throws CancelledException {
        Xmp xmp = new Xmp();
        try {
            PDMetadata metadata = document.getDocumentCatalog().getMetadata();
            if (metadata != null) {
                try (InputStream in = metadata.createInputStream()) {
                    byte[] bytes = in.readNBytes(LONGEST);
                    XmlRecords.read(
                            new ByteArrayInputStream(bytes),
                            Set.of("RDF"),
                            new Problems(Path.of("")),
                            cancel,
                            rdf -> xmp.descriptions.addAll(rdf.all("Description")));
                }
            }
        } catch (IOException | RuntimeException broken) {
            // what was read of it before counts
        }
        return xmp;
    }

    /** The first value of the first of these names that has one. */
    String first(String... names) {
        for (String name : names) {
            List<String> values = all(name);
            if (!values.isEmpty()) {
                return values.getFirst();
            }
        }
        return "";
    }

    /** The values of a name, without its prefix; those of a list one by one. */
    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (XmlNode description : descriptions) {
            String attribute = description.attribute(name).strip();
            if (!attribute.isEmpty()) {
                values.add(attribute);
            }
            for (XmlNode element : description.all(name)) {
                List<XmlNode> items = new ArrayList<>();
                for (String list : List.of("Alt/li", "Seq/li", "Bag/li")) {
                    items.addAll(element.all(list));
                }
                for (XmlNode item : items.isEmpty() ? List.of(element) : items) {
                    String text = item.text().strip();
                    if (!text.isEmpty()) {
                        values.add(text);
                    }
                }
            }
        }
        return values;
    }
}
