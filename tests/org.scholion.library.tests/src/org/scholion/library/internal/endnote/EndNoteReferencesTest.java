package org.scholion.library.internal.endnote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.SourceFile;

class EndNoteReferencesTest {

    private static final String RECORD = """
            <record><database name="My Library.enl" path="/home/ada/My Library.enl">My Library.enl</database><source-app name="EndNote">EndNote</source-app>
            <rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>
            <contributors><authors><author><style face="normal" font="default" size="100%">Mendel, G.</style></author><author>Pore Society,</author></authors>
            </contributors><titles><title><style face="normal">Water in </style><style face="italic">narrow</style><style face="normal"> pores</style></title>
            <secondary-title>Journal of Pores</secondary-title></titles><periodical><full-title>Journal of Pores</full-title></periodical>
            <pages>101\u2013119</pages><volume>12</volume><number>3</number><keywords><keyword>water</keyword><keyword>ice</keyword></keywords>
            <dates><year><style>2011</style></year><pub-dates><date>Mar 2</date></pub-dates></dates><isbn>1234-5678</isbn>
            <electronic-resource-num>doi:10.5555/ABC.1</electronic-resource-num><abstract>Some\u000Btext.</abstract>
            <urls><related-urls><url>https://example.org/a</url></related-urls><pdf-urls><url>internal-pdf://0123/water.pdf</url></pdf-urls></urls></record>
            """;

    @TempDir
    private Path folder;

    @Test
    void readsARecordWithStyledText() throws Exception {
        Reference reference = SourceFile.only(folder, "a.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><records>" + RECORD + "</records></xml>");
        assertEquals("mendel2011water", reference.key());
        assertEquals("Water in narrow pores", reference.title());
        assertEquals(List.of(Person.of("Mendel", "G."), Person.body("Pore Society")), reference.authors());
        assertEquals("2011-03-02", reference.field(WorkField.DATE));
        assertEquals("101-119", reference.field(WorkField.PAGES));
        assertEquals("10.5555/abc.1", reference.doi());
        assertEquals("Some text.", reference.abstractText());
        assertEquals(List.of(Path.of("/home/ada/My Library.Data/PDF/0123/water.pdf")), reference.files());
        assertEquals(WorkType.ARTICLE, reference.type());
    }

    @Test
    void looksAtNoDocumentTypeAndNoEntity() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        ReadReferences read = SourceFile.read(folder, "a.xml", "<?xml version=\"1.0\"?><!DOCTYPE xml [<!ENTITY s SYSTEM \"" + secret.toUri()
                + "\"><!ENTITY b \"bomb\">]><xml><records><record><titles><title>A &s; &b; title</title></titles></record></records></xml>");
        assertFalse(read.toString().contains("secret;") || read.references().stream().anyMatch(work -> work.title().contains("secret")), read.toString());
        assertFalse(read.references().stream().anyMatch(work -> work.title().contains("bomb")), read.toString());
    }

    @Test
    void keepsWhatStandsBeforeABreak() throws Exception {
        ReadReferences read = SourceFile.read(folder, "a.xml", "<xml><records>\n" + RECORD + "<record><titles><title>B</tit");
        assertEquals(1, read.references().size());
        assertEquals(1, read.problems().size());
    }

    @Test
    void leavesOutARecordThatIsNestedTooDeeply() throws Exception {
        String deep = "<record>" + "<a>".repeat(60) + "</a>".repeat(60) + "</record>";
        ReadReferences read = SourceFile.read(folder, "a.xml", "<xml><records>" + deep + RECORD + "</records></xml>");
        assertEquals(1, read.references().size(), read.toString());
        assertEquals(1, read.problems().size());
    }
}
