package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** A part that a document does not have yet, with the relation and the content type that make it one of the document. */
public final class AddedPart {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"" + RELATIONS + "\"></Relationships>";

    private AddedPart() {}

    /**
     * What changes in the package: the part itself, the relations of the main part, the content types.
     *
     * @param container the package
     * @param main name of the main part
     * @param stem of the name of the new part in the folder of the main part, such as {@code comments}; a number follows where that is taken
     * @param relation the type of the relation
     * @param contentType of the new part
     * @throws XmlSyntaxException when the relations or the content types are no XML
     */
    public static Map<String, byte[]> parts(
            Container container, String main, String stem, String relation, String contentType, byte[] content, CancelToken cancel)
            throws IOException, XmlSyntaxException, CancelledException {
        int slash = main.lastIndexOf('/');
        String folder = main.substring(0, slash + 1);
        try (ZipFile zip = container.zip()) {
            Set<String> names = Collections.list(zip.getEntries()).stream()
                    .map(entry -> PartNames.ofEntry(entry.getName()))
                    .collect(Collectors.toSet());
            PartText types = read(zip, PartNames.CONTENT_TYPES, "");
            PartText relations = read(zip, existing(names, folder + "_rels/" + main.substring(slash + 1) + ".rels"), RELATIONS_HEAD);
            String name = free(stem, ".xml", taken -> isTaken(names, types, folder + taken));
            String id = free("scholion", "", taken -> relations.text().contains("\"" + taken + "\""));
            String override = "<Override xmlns=\"" + TYPES + "\" PartName=\"" + attribute(folder + name) + "\" ContentType=\"" + contentType + "\"/>";
            String link = "<Relationship xmlns=\"" + RELATIONS + "\" Id=\"" + id + "\" Type=\"" + relation + "\" Target=\"" + name + "\"/>";
            Map<String, byte[]> parts = new LinkedHashMap<>();
            parts.put(types.name(), types.encode(atEnd(types.text(), override, cancel)));
            parts.put(relations.name(), relations.encode(atEnd(relations.text(), link, cancel)));
            parts.put(folder + name, content);
            return parts;
        }
    }

    /** A part that no relation names may have the name, or a content type without a part. */
    private static boolean isTaken(Set<String> names, PartText types, String name) {
        return !existing(names, name).equals(name) || names.contains(name) || types.text().contains("\"" + attribute(name) + "\"");
    }

    /** The name as the package writes it; upper and lower case are the same in names of parts. */
    private static String existing(Set<String> names, String name) {
        return names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private static String free(String stem, String ending, Predicate<String> taken) {
        return Stream.iterate(1, i -> i + 1)
                .map(i -> stem + (i == 1 ? "" : i) + ending)
                .filter(name -> !taken.test(name))
                .findFirst()
                .orElseThrow();
    }

    private static String attribute(String name) {
        return name.replace("&", "&amp;");
    }

    private static PartText read(ZipFile zip, String name, String otherwise) throws IOException {
        Optional<ZipArchiveEntry> found = Collections.list(zip.getEntries()).stream()
                .filter(entry -> PartNames.ofEntry(entry.getName()).equals(name))
                .findFirst();
        if (found.isEmpty()) {
            return PartText.decode(name, otherwise.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = zip.getInputStream(found.get())) {
            return PartText.decode(name, in.readAllBytes());
        }
    }

    /**
     * The text of a part with something at the end of its root element.
     *
     * @throws XmlSyntaxException when the part is not well-formed
     */
    public static String atEnd(String text, String child, CancelToken cancel) throws XmlSyntaxException, CancelledException {
        StringBuilder changed = new StringBuilder(text);
        new XmlParts().read(text, Set.of(), root -> insert(changed, root, child), cancel);
        return changed.toString();
    }

    private static void insert(StringBuilder text, XmlElement root, String child) {
        int end = root.content().end();
        if (root.content().start() < root.range().end()) {
            text.insert(end, child);
            return;
        }
        // a root of one tag
        int name = root.range().start() + 1;
        String raw = text.substring(name, end).split("[\\s/>]", 2)[0];
        int slash = text.lastIndexOf("/", end - 1);
        text.replace(slash, end, ">" + child + "</" + raw + ">");
    }
}
