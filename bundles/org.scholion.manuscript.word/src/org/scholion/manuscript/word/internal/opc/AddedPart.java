package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Pattern XML_FILES = Pattern.compile(
            "<(?:\\w+:)?Default\\b(?=[^>]*Extension\\s*=\\s*[\"']xml[\"'])[^>]*ContentType\\s*=\\s*[\"']application/xml[\"']", Pattern.CASE_INSENSITIVE);

    private AddedPart() {}

    /**
     * A part to be added.
     *
     * @param folder where it goes, such as {@code /word/}
     * @param stem of its name, such as {@code comments}; a number follows where that is taken
     * @param numbered whether a number follows always, as in {@code item1}
     * @param relation the type of the relation
     * @param contentType empty where that of XML files is right
     */
    public record Wanted(String folder, String stem, boolean numbered, String relation, String contentType, byte[] content) {}

    /**
     * What an addition changes in the package.
     *
     * @param name of the new part
     * @param parts the part itself, the relations of the main part, the content types
     */
    public record Added(String name, Map<String, byte[]> parts) {}

    /** The folder of a part. */
    public static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    /**
     * Adds a part.
     *
     * @param container the package
     * @param changed parts that are changed already
     * @param main name of the part that names the new one
     * @throws XmlSyntaxException when the relations or the content types are no XML
     */
    public static Added add(Container container, Map<String, byte[]> changed, String main, Wanted wanted, CancelToken cancel)
            throws IOException, XmlSyntaxException, CancelledException {
        String folder = folder(main);
        try (ZipFile zip = container.zip()) {
            Set<String> names = Collections.list(zip.getEntries()).stream()
                    .map(entry -> PartNames.ofEntry(entry.getName()))
                    .collect(Collectors.toCollection(HashSet::new));
            names.addAll(changed.keySet());
            PartText types = read(zip, changed, PartNames.CONTENT_TYPES, "");
            String relationsName = existing(names, folder + "_rels/" + main.substring(folder.length()) + ".rels");
            PartText relations = read(zip, changed, relationsName, RELATIONS_HEAD);
            String name = wanted.folder() + free(wanted.stem(), wanted.numbered(), ".xml", taken -> isTaken(names, types, wanted.folder() + taken));
            String id = free("scholion", false, "", taken -> relations.text().contains("\"" + taken + "\""));
            String link = "<Relationship xmlns=\"" + RELATIONS + "\" Id=\"" + id + "\" Type=\"" + wanted.relation() + "\" Target=\""
                    + attribute(target(folder, name)) + "\"/>";
            Map<String, byte[]> parts = new LinkedHashMap<>();
            String contentType = contentType(wanted, types);
            if (!contentType.isEmpty()) {
                String override = "<Override xmlns=\"" + TYPES + "\" PartName=\"" + attribute(name) + "\" ContentType=\"" + contentType + "\"/>";
                parts.put(types.name(), types.encode(atEnd(types.text(), override, cancel)));
            }
            parts.put(relations.name(), relations.encode(atEnd(relations.text(), link, cancel)));
            parts.put(name, wanted.content());
            return new Added(name, parts);
        }
    }

    /** Empty where that of all files with the ending is right. */
    private static String contentType(Wanted wanted, PartText types) {
        boolean otherwise = wanted.contentType().isEmpty() && !XML_FILES.matcher(types.text()).find();
        return otherwise ? "application/xml" : wanted.contentType();
    }

    /** A part as another one in that folder names it. */
    private static String target(String folder, String name) {
        return name.startsWith(folder) ? name.substring(folder.length()) : "../".repeat(folder.split("/", -1).length - 2) + name.substring(1);
    }

    /** A part that no relation names may have the name, or a content type without a part. */
    private static boolean isTaken(Set<String> names, PartText types, String name) {
        return !existing(names, name).equals(name) || names.contains(name) || types.text().contains("\"" + attribute(name) + "\"");
    }

    /** The name as the package writes it; upper and lower case are the same in names of parts. */
    private static String existing(Set<String> names, String name) {
        return names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private static String free(String stem, boolean numbered, String ending, Predicate<String> taken) {
        return Stream.iterate(1, i -> i + 1)
                .map(i -> stem + (i == 1 && !numbered ? "" : i) + ending)
                .filter(name -> !taken.test(name))
                .findFirst()
                .orElseThrow();
    }

    private static String attribute(String name) {
        return name.replace("&", "&amp;");
    }

    private static PartText read(ZipFile zip, Map<String, byte[]> changed, String name, String otherwise) throws IOException {
        byte[] renewed = changed.get(name);
        if (renewed != null) {
            return PartText.decode(name, renewed);
        }
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
