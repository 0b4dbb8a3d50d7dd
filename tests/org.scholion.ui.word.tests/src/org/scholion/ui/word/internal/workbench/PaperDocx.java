package org.scholion.ui.word.internal.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A small paper in Word: a heading, formatted text, a formula, a citation of Zotero, changes of somebody, a list, a table, a note. */
final class PaperDocx {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static final String BODY = """
            <w:p><w:pPr><w:pStyle w:val="Title"/><w:jc w:val="center"/></w:pPr><w:r><w:t>On the Ripeness of Fruit</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Introduction</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">Fruit is eaten by many people </w:t></w:r>%s<w:r><w:t xml:space="preserve">. A banana is </w:t></w:r>
            <w:r><w:rPr><w:i/></w:rPr><w:t>sweet</w:t></w:r><w:r><w:t xml:space="preserve"> for </w:t></w:r><m:oMath><m:r><m:t>n=3</m:t></m:r></m:oMath>
            <w:r><w:t xml:space="preserve"> of us.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">One cherry </w:t></w:r>
            <w:del w:id="1" w:author="Ada" w:date="2026-01-02T03:04:05Z"><w:r><w:delText xml:space="preserve">were </w:delText></w:r></w:del>
            <w:ins w:id="2" w:author="Ada" w:date="2026-01-02T03:04:05Z"><w:r><w:t xml:space="preserve">was </w:t></w:r></w:ins>
            <w:r><w:t>lost in a long and otherwise dull paragraph, which goes on until it is wider than the page and has to be broken into lines.</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>A lemon is first.</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>A pear is second.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Fruit</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Days</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>banana</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>The end.</w:t></w:r></w:p>
            """;

    private static final String CITATION = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> ADDIN ZOTERO_ITEM CSL_CITATION {} "
            + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>(Knuth, 1984)</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static final String STYLES = """
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
            """;

    private PaperDocx() {}

    /** Writes the paper. */
    static Path write(Path file) {
        return write(file, BODY.formatted(CITATION));
    }

    /** Writes a document of that body. */
    static Path write(Path file, String body) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            put(out, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/>"
                    + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                    + "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" + TYPE + "footnotes+xml\"/></Types>");
            put(out, "_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
            put(out, "word/document.xml", "<w:document" + MAIN + "><w:body>" + body + "</w:body></w:document>");
            put(out, "word/_rels/document.xml.rels", relations(relation(1, "styles", "styles.xml") + relation(2, "footnotes", "footnotes.xml")));
            put(out, "word/styles.xml", "<w:styles" + MAIN + ">" + STYLES + "</w:styles>");
            put(out, "word/footnotes.xml", "<w:footnotes" + MAIN
                    + "><w:footnote w:id=\"2\"><w:p><w:r><w:t>Not a cherry.</w:t></w:r></w:p></w:footnote></w:footnotes>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Protects a document with a password, as Word does. */
    static Path protect(Path file, String password) {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword(password);
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(system)) {
                Files.copy(file, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    /** The main part of a document. */
    static String mainPart(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + OFFICE + type + "\" Target=\"" + target + "\"/>";
    }

    private static void put(ZipOutputStream out, String name, String xml) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
