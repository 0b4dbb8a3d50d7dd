package org.scholion.manuscript.word.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes small Word documents out of the XML of their parts. */
public final class Docx {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, byte[]> others = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> related = new LinkedHashMap<>();
    private final StringBuilder packageRelations = new StringBuilder();
    private final StringBuilder documentRelations = new StringBuilder();

    /** Adds content to the body. */
    public Docx body(String xml) {
        body.append(xml);
        return this;
    }

    /** Adds a paragraph with the content. */
    public Docx paragraph(String runs) {
        return body("<w:p>" + runs + "</w:p>");
    }

    /** A run of letters, which have to be XML. */
    public static String run(String letters) {
        return "<w:r><w:t xml:space=\"preserve\">" + letters + "</w:t></w:r>";
    }

    /**
     * A part beside the main one.
     *
     * @param kind such as {@code footnotes}; the name of its root element, but for {@code styles} and {@code settings} the same
     */
    public Docx part(String kind, String content) {
        String root = switch (kind) {
            case "header" -> "hdr";
            case "footer" -> "ftr";
            default -> kind;
        };
        related.put(kind, HEAD + "<w:" + root + NAMESPACES + ">" + content + "</w:" + root + ">");
        return this;
    }

    /** Any other entry of the package. */
    public Docx entry(String name, byte[] bytes) {
        others.put(name, bytes);
        return this;
    }

    /** A relation of the package. */
    public Docx relation(String type, String target) {
        packageRelations.append("<Relationship Id=\"x\" Type=\"").append(type).append("\" Target=\"").append(target).append("\"/>");
        return this;
    }

    /** A relation of the main part. */
    public Docx documentRelation(String kind, String target) {
        documentRelations.append("<Relationship Id=\"y").append(kind).append("\" Type=\"").append(OFFICE).append(kind).append("\" Target=\"").append(target)
                .append("\"/>");
        return this;
    }

    /** Writes the document. */
    public Path write(Path file) {
        StringBuilder types = new StringBuilder(HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append("<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>")
                .append("<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/>");
        StringBuilder relations = new StringBuilder(HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">");
        related.keySet().forEach(kind -> {
            types.append("<Override PartName=\"/word/").append(kind).append(".xml\" ContentType=\"" + TYPE).append(kind).append("+xml\"/>");
            relations.append("<Relationship Id=\"r").append(kind).append("\" Type=\"" + OFFICE).append(kind).append("\" Target=\"")
                    .append(kind).append(".xml\"/>");
        });
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", utf8(types + "</Types>"));
        entries.put("_rels/.rels", utf8(HEAD + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                + "officeDocument\" Target=\"word/document.xml\"/>" + packageRelations + "</Relationships>"));
        entries.put("word/document.xml", utf8(HEAD + "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>"));
        entries.put("word/_rels/document.xml.rels", utf8(relations.toString() + documentRelations + "</Relationships>"));
        related.forEach((kind, text) -> entries.put("word/" + kind + ".xml", utf8(text)));
        entries.putAll(others);
        write(file, entries);
        return file;
    }

    /** Writes a package of these entries. */
    public static void write(Path file, Map<String, byte[]> entries) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All entries of a package, in order. */
    public static Map<String, byte[]> entries(Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The text of an entry. */
    public static String text(Path file, String entry) {
        return new String(entries(file).get(entry), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
