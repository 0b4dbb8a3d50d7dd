package org.scholion.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.sqlite.JDBC;

/** Whole sources of references of every format, to be broken. */
final class LibrarySamples {

    /** Texts, by the end of their names. */
    static final Map<String, String> TEXTS = Map.of(
            "a.bib", """
            @string{j = "J. Pores"}
            @article{mendel2011, author = {Mendel, Gregor and {Pore Society}}, title = {Water in {N}arrow}, journal = j, year = 2011, file = {:a.pdf:PDF},
              groups = {Methods}, keywords = {water; ice}}
            @Comment{jabref-meta: grouping:
            0 AllEntriesGroup:;
            1 StaticGroup:Thesis\\;0\\;1\\;0x8a8a8aff\\;\\;\\;;
            2 StaticGroup:Methods\\;0\\;1\\;\\;\\;\\;;
            1 KeywordGroup:Ice\\;0\\;keywords\\;ice\\;0\\;0\\;1\\;;
            1 ExplicitGroup:Old\\;2\\;mendel2011\\;;
            }
            """,
            "a.ris", """
            TY  - JOUR
            AU  - Mendel, Gregor, Jr.
            T1  - Water in Narrow Pores
            AB  - one
                  two
            PY  - 2011/03/02/
            JF  - Journal of Pores
            SP  - 101
            EP  - 19
            SN  - 1234-5678
            DO  - 10.5555/abc.1
            L1  - file:///home/a/b.pdf
            ER  - \s

            TY  - CHAP
            A1  - Plato
            BT  - Book
            KW  - a; b
            ER  - \s
            """,
            "a.json", """
            [{"id": "k1", "type": "article-journal", "title": "Water <i>in</i> &amp; out", "author": [{"family": "Beethoven", "given": "L.",
              "non-dropping-particle": "van"}, {"literal": "Group"}], "issued": {"date-parts": [["2017", 6, 12]]}, "page": "1-9", "note": "Citation Key: k2",
              "keyword": "a, b", "DOI": "10.5555/x"}, {"type": "book", "issued": {"raw": "June 2003"}, "title": ["T"]}]
            """,
            "endnote.xml", """
            <?xml version="1.0" encoding="UTF-8"?><xml><records><record><database name="L.enl" path="/a/L.enl">L.enl</database><ref-type name="Book">6</ref-type>
            <contributors><authors><author><style face="normal">Mendel, G.</style></author></authors></contributors><titles><title><style>Water</style></title>
            </titles><dates><year>2011</year><pub-dates><date>Mar 2</date></pub-dates></dates><urls><pdf-urls><url>internal-pdf://1/a.pdf</url></pdf-urls></urls>
            <isbn>978-3-16-148410-0</isbn><keywords><keyword>a</keyword></keywords></record></records></xml>
            """,
            "pubmed.xml", """
            <?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.nlm.nih.gov/a.dtd"><PubmedArticleSet>
            <PubmedArticle><MedlineCitation><PMID Version="1">7</PMID><Article><Journal><JournalIssue><Volume>1</Volume><PubDate><Year>2011</Year>
            <Month>Mar</Month></PubDate></JournalIssue><Title>J</Title></Journal><ArticleTitle>Water <i>in</i>.</ArticleTitle><Abstract>
            <AbstractText Label="AIM">See.</AbstractText></Abstract><AuthorList><Author><LastName>M</LastName><ForeName>G</ForeName></Author></AuthorList>
            </Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
            """,
            "a.nbib", """
            PMID- 7654321
            DP  - 2011 Mar 2
            TI  - [Water in narrow
                  pores].
            LID - 10.5555/abc.1 [doi]
            FAU - Mendel, Gregor J
            AU  - Mendel GJ
            CN  - Pore Society
            IS  - 1234-567X (Print)
            PT  - Journal Article

            PMID- 2
            BTI - Book
            """);

    private LibrarySamples() {}

    /** A page in letters of two sizes, uncompressed, with metadata, a link to itself and labels. */
    static byte[] pdf() {
        String content = "BT /F1 18 Tf 72 700 Td (Water in Narrow Pores) Tj 0 -24 Td /F1 10 Tf (Gregor Mendel) Tj 0 -30 Td [(The measure-) -300 (x)] TJ"
                + " 0 -12 Td (ment. https://doi.org/10.5555/abc.1) Tj ET q 1 0 0 1 5 5 cm /X1 Do Q";
        String form = "BT /F1 8 Tf 1 0 0 1 72 40 Tm (foot) Tj ET";
        String xmp = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:dc=\"a\"><dc:creator><rdf:Seq><rdf:li>A B</rdf:li>"
                + "<rdf:li>C D</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R/PageLabels<</Nums[0<</S/r/St 5>>]>>>>",
                "<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R]/Count 3>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>>>",
                "<</Length " + content.length() + ">>stream\n" + content + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 34/Widths[278 278 355]>>",
                "<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>/XObject<</X2 5 0 R>>>>/Length " + form.length() + ">>stream\n" + form
                        + "\nendstream",
                "<</Type/Metadata/Subtype/XML/Length " + xmp.length() + ">>stream\n" + xmp + "\nendstream",
                "<</Title(A title of it)/Author(Mendel, Gregor)/CreationDate(D:20110302)>>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n \n", file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        file.append(table).append("trailer<</Size ").append(objects.size() + 1).append("/Root 1 0 R/Info 8 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The tables that matter, with one item. */
    static byte[] zotero(Path folder) throws Exception {
        Path file = folder.resolve("whole.sqlite");
        try (Connection connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT)",
                    "CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT, name TEXT)",
                    "CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, libraryID INT, key TEXT)",
                    "CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT)",
                    "CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT)",
                    "CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT)",
                    "CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value TEXT)",
                    "CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT)",
                    "CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT)",
                    "CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT, parentCollectionID INT, libraryID INT)",
                    "CREATE TABLE collectionItems (collectionID INT, itemID INT)",
                    "CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, path TEXT)",
                    "CREATE TABLE citationkey (itemID INTEGER PRIMARY KEY, citationKey TEXT)",
                    "INSERT INTO libraries VALUES (1, 'user'), (2, 'group')",
                    "INSERT INTO groups VALUES (5, 2, 'Lab')",
                    "INSERT INTO itemTypes VALUES (1, 'journalArticle'), (2, 'attachment')",
                    "INSERT INTO fields VALUES (1, 'title'), (2, 'date'), (3, 'extra')",
                    "INSERT INTO items VALUES (1, 1, 1, 'A'), (2, 2, 1, 'B'), (3, 1, 2, 'C')",
                    "INSERT INTO itemDataValues VALUES (1, 'Water'), (2, '2011-03-02 2 March 2011'), (3, 'Citation Key: a1')",
                    "INSERT INTO itemData VALUES (1, 1, 1), (1, 2, 2), (3, 1, 1), (3, 3, 3)",
                    "INSERT INTO creators VALUES (1, 'Gregor', 'Mendel', 0)",
                    "INSERT INTO itemCreators VALUES (1, 1, 1, 0)",
                    "INSERT INTO collections VALUES (1, 'Outer', NULL, 1), (2, 'Inner', 1, 1)",
                    "INSERT INTO collectionItems VALUES (2, 1)",
                    "INSERT INTO itemAttachments VALUES (2, 1, 0, 'application/pdf', 'storage:a.pdf')",
                    "INSERT INTO citationkey VALUES (1, 'mendel')")) {
                statement.execute(sql);
            }
        }
        return Files.readAllBytes(file);
    }

    /** Real files with this end, where there are any beside the checkout. */
    static List<byte[]> real(String folder, String end, int largest) throws IOException {
        String set = System.getProperty("scholion.data");
        Path data = set == null ? Path.of(System.getProperty("scholion.root", "../..")).resolve("../shared/data") : Path.of(set);
        List<byte[]> found = new ArrayList<>();
        if (Files.isDirectory(data.resolve(folder))) {
            try (Stream<Path> files = Files.list(data.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(end)).sorted().toList()) {
                    if (Files.size(file) < largest) {
                        found.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return found;
    }

    /** Takes pieces of one file into another. */
    static byte[] joined(byte[] first, int upTo, byte[] second, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first, 0, Math.min(upTo, first.length));
        bytes.write(second, Math.min(from, second.length), second.length - Math.min(from, second.length));
        return bytes.toByteArray();
    }
}
