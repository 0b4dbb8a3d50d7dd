package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;

class ProseCommandTest {

    private static final String PAPER = "First\nblock.\n\nSecond \ufffc block.\n";

    @TempDir
    Path folder;

    private FakeConsole console;

    @BeforeEach
    void setUp() throws Exception {
        console = new FakeConsole(folder, new FakeServices());
        Files.writeString(folder.resolve("paper.tex"), PAPER);
    }

    @Test
    void eachBlockIsALine() {
        assertEquals(0, console.run("prose", "paper.tex"));
        assertEquals(List.of("First block.", "Second ⟨⟩ block."), console.out().lines().toList());
    }

    @Test
    void mapTellsPlaceAndKind() {
        console.run("prose", "--map", "paper.tex");
        assertEquals(List.of("paper.tex:1:1\tparagraph\tFirst block.", "paper.tex:4:1\tparagraph\tSecond ⟨⟩ block."), console.out().lines().toList());
    }

    @Test
    void jsonIsAsTheDesignSets() {
        console.run("prose", "--format", "json", "paper.tex");
        JsonObject block = block(1);
        assertEquals("paragraph", block.get("kind").getAsString());
        assertEquals("Second \ufffc block.", block.get("text").getAsString());
        assertEquals("paper.tex", block.get("file").getAsString());
        assertEquals(PAPER.indexOf("Second"), block.get("offset").getAsInt());
        assertEquals("Second \ufffc block.".length(), block.get("length").getAsInt());
        assertEquals(7, block.getAsJsonArray("placeholders").get(0).getAsJsonObject().get("at").getAsInt());
    }

    @Test
    void jsonWithMapTellsWhereEachStretchComesFrom() {
        console.run("prose", "--format", "json", "--map", "paper.tex");
        String text = block(0).get("text").getAsString();
        int end = 0;
        for (var element : block(0).getAsJsonArray("map")) {
            JsonObject piece = element.getAsJsonObject();
            assertEquals(end, piece.get("start").getAsInt());
            end = piece.get("end").getAsInt();
            int offset = piece.get("offset").getAsInt();
            if (piece.get("origin").getAsString().equals("verbatim")) {
                assertEquals(
                        text.substring(piece.get("start").getAsInt(), end),
                        PAPER.substring(offset, offset + piece.get("length").getAsInt()));
            }
        }
        assertEquals(text.length(), end);
    }

    @Test
    void standardInputWorks() {
        console.in = "Just words.";
        assertEquals(0, console.run("prose", "-"));
        assertEquals("Just words.", console.out().strip());
    }

    @Test
    void aMissingFileGivesThree() {
        assertEquals(3, console.run("prose", "gone.tex"));
        assertTrue(console.err().contains("gone.tex"), console.err());
    }

    private JsonObject block(int index) {
        return JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonArray("blocks").get(index).getAsJsonObject();
    }
}
