package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A part that a document does not have yet, with the relation and the content type that make it one of the document. */
public final class AddedPart {

    private static final String TYPES = "/[Content_Types].xml";
    private static final String RELATIONS_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

    private AddedPart() {}

    /**
     * What changes in the package: the part itself, the relations of the main part, the content types.
     *
     * @param container the package
     * @param main name of the main part
     * @param name of the new part in the folder of the main part, such as {@code comments.xml}
     * @param relation the type of the relation
     * @param contentType of the new part
     */
    public static Map<String, byte[]> parts(
            Container container, String main, String name, String relation, String contentType, byte[] content) throws IOException {
        int slash = main.lastIndexOf('/');
        String folder = main.substring(0, slash + 1);
        String relationsName = folder + "_rels/" + main.substring(slash + 1) + ".rels";
        String relations = "<Relationship Id=\"scholion" + Integer.toHexString(name.hashCode()) + "\" Type=\"" + relation + "\" Target=\"" + name + "\"/>";
        String override = "<Override PartName=\"" + folder + name + "\" ContentType=\"" + contentType + "\"/>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(TYPES, withChild(read(container, TYPES, ""), override));
        parts.put(relationsName, withChild(read(container, relationsName, RELATIONS_HEAD), relations));
        parts.put(folder + name, content);
        return parts;
    }

    private static PartText read(Container container, String name, String otherwise) throws IOException {
        try (ZipFile zip = container.zip()) {
            ZipArchiveEntry entry = zip.getEntry(name.substring(1));
            if (entry == null) {
                return PartText.decode(name, otherwise.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return PartText.decode(name, in.readAllBytes());
            }
        }
    }

    /** The part with an element at the end of its root, whose namespace is its default one. */
    private static byte[] withChild(PartText part, String child) {
        return part.encode(atEnd(part.text(), child));
    }

    /** The text of a part with something at the end of its root element. */
    public static String atEnd(String text, String child) {
        int close = text.lastIndexOf("</");
        int single = text.lastIndexOf("/>");
        if (close >= 0 && close > single) {
            return text.substring(0, close) + child + text.substring(close);
        }
        // a root of one tag
        int name = text.lastIndexOf('<', single) + 1;
        int end = name;
        while (end < single && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, single) + ">" + child + "</" + text.substring(name, end) + ">" + text.substring(single + 2);
    }
}
