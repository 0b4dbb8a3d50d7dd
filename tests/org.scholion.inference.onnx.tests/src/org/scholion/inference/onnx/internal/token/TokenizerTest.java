package org.scholion.inference.onnx.internal.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.text.TextRange;

class TokenizerTest {

    /** A mathematical letter outside the BMP. */
    private static final String LETTER = "\uD835\uDCB3";

    @TempDir
    Path folder;

    /** Each byte is a token, its id the byte's place in the alphabet of GPT-2; {@code <s>} is 256. */
    private Tokenizer bytes() throws Exception {
        StringBuilder vocab = new StringBuilder();
        int id = 0;
        for (int c = 0; c < 0x144; c++) {
            if (ByteAlphabet.contains(c)) {
                String key = c == '"' || c == '\\' ? "\\" + (char) c : Character.toString(c);
                vocab.append(id == 0 ? "" : ",").append('"').append(key).append("\":").append(id++);
            }
        }
        assertEquals(256, id);
        return open("""
                {"version":"1.0","truncation":{"direction":"Right","max_length":4,"strategy":"LongestFirst","stride":0},"padding":null,
                 "added_tokens":[{"id":256,"content":"<s>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
                 "normalizer":null,
                 "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},
                 "post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}}],
                  "pair":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"B","type_id":1}}],
                  "special_tokens":{"<s>":{"id":"<s>","ids":[256],"tokens":["<s>"]}}},
                 "decoder":{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true},
                 "model":{"type":"BPE","dropout":null,"unk_token":null,"continuing_subword_prefix":null,"end_of_word_suffix":null,
                  "fuse_unk":false,"byte_fallback":false,"vocab":{%s},"merges":[]}}""".formatted(vocab));
    }

    /** {@code ab} is 2, {@code ##c} 3, the letter outside the BMP 4, others {@code [UNK]}. */
    private Tokenizer words() throws Exception {
        return open("""
                {"version":"1.0","truncation":null,"padding":null,
                 "added_tokens":[{"id":1,"content":"[CLS]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
                 "normalizer":{"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true},
                 "pre_tokenizer":{"type":"BertPreTokenizer"},"post_processor":null,
                 "decoder":{"type":"WordPiece","prefix":"##","cleanup":true},
                 "model":{"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,
                  "vocab":{"[UNK]":0,"[CLS]":1,"ab":2,"##c":3,"%s":4}}}""".formatted(LETTER));
    }

    private Tokenizer open(String json) throws Exception {
        return Tokenizer.open(Files.writeString(folder.resolve("tokenizer.json"), json));
    }

    private static List<TextRange> ranges(Tokens tokens) {
        List<TextRange> ranges = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            ranges.add(tokens.range(i));
        }
        return ranges;
    }

    @Test
    void rangesBehindALetterOutsideTheBmpAreInUtf16Units() throws Exception {
        try (Tokenizer tokenizer = words()) {
            Tokens tokens = tokenizer.encode(LETTER + " abc " + LETTER, false);
            assertArrayEquals(new long[] {4, 2, 3, 4}, tokens.ids());
            assertEquals(
                    List.of(new TextRange(0, 2), new TextRange(3, 5), new TextRange(5, 6), new TextRange(7, 9)), ranges(tokens));
        }
    }

    @Test
    void aCombiningMarkThatTheTokenizerDropsStaysInTheRange() throws Exception {
        try (Tokenizer tokenizer = words()) {
            Tokens tokens = tokenizer.encode("a\u0301b ab", false);
            assertArrayEquals(new long[] {2, 2}, tokens.ids());
            assertEquals(List.of(new TextRange(0, 3), new TextRange(4, 6)), ranges(tokens));
        }
    }

    @Test
    void tokensOfOneCharacterShareItsRange() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            assertEquals(
                    List.of(new TextRange(0, 2), new TextRange(0, 2), new TextRange(0, 2), new TextRange(0, 2), new TextRange(2, 3)),
                    ranges(tokenizer.encode(LETTER + "x", false)));
        }
    }

    @Test
    void halfOfASurrogatePairIsOneReplacementCharacter() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            Tokens tokens = tokenizer.encode("\uD835x", false);
            assertEquals("\uFFFDx", tokenizer.decode(tokens.ids(), false));
            assertEquals(new TextRange(1, 2), tokens.range(3));
        }
    }

    @Test
    void nothingIsCutThoughTheFileSaysSo() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            assertEquals(7, tokenizer.encode("abcdef", true).count());
            assertEquals(6, tokenizer.count("abcdef"));
        }
    }

    @Test
    void addedTokensHaveNoSequence() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            Tokens tokens = tokenizer.encodePair("a", "b");
            assertEquals(0, tokens.sequence(0));
            assertTrue(tokens.isAdded(1));
            assertEquals(1, tokens.sequence(2));
            assertEquals(1, tokens.typeId(2));
            assertEquals(new TextRange(0, 1), tokens.range(2));
        }
    }

    @Test
    void manyTextsGiveTheSameIdsAsEachAlone() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            long[][] ids = tokenizer.encodeIds(List.of("ab", "", LETTER), true);
            assertArrayEquals(tokenizer.encode("ab", true).ids(), ids[0]);
            assertArrayEquals(new long[] {256}, ids[1]);
            assertArrayEquals(tokenizer.encode(LETTER, true).ids(), ids[2]);
        }
    }

    @Test
    void aStreamNeverGivesHalfACharacter() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            String text = "a\u00E9 " + LETTER + "\u4E2D b";
            StreamingDecoder stream = tokenizer.streamingDecoder(true);
            StringBuilder whole = new StringBuilder();
            for (long id : tokenizer.encode(text, true).ids()) {
                String piece = stream.add(id);
                assertFalse(piece.contains("\uFFFD"), piece);
                assertEquals(piece, CodePoints.wellFormed(piece));
                whole.append(piece);
            }
            assertEquals(text, whole + stream.finish());
        }
    }

    @Test
    void aStreamThatEndsWithinACharacterGivesAReplacement() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            long[] ids = tokenizer.encode("x" + LETTER, false).ids();
            StreamingDecoder stream = tokenizer.streamingDecoder(true);
            assertEquals("x", stream.add(ids[0]));
            assertEquals("", stream.add(ids[1]));
            assertEquals("\uFFFD", stream.finish());
        }
    }

    @Test
    void aStreamOfWordsHasTheirSpaces() throws Exception {
        try (Tokenizer tokenizer = words()) {
            StreamingDecoder stream = tokenizer.streamingDecoder(true);
            assertEquals("ab", stream.add(2));
            assertEquals("c", stream.add(3));
            assertEquals(" ab", stream.add(2));
            assertEquals("", stream.finish());
        }
    }

    @Test
    void tokensAreKnownByTextAndBytes() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            Vocabulary vocabulary = tokenizer.vocabulary();
            assertEquals(257, vocabulary.size());
            assertEquals(OptionalInt.of(256), tokenizer.id("<s>"));
            assertEquals(OptionalInt.empty(), tokenizer.id("<t>"));
            assertTrue(vocabulary.isSpecial(256));
            int space = tokenizer.id("\u0120").orElseThrow();
            assertArrayEquals(new byte[] {' '}, vocabulary.bytes(space));
            assertArrayEquals("<s>".getBytes(StandardCharsets.UTF_8), vocabulary.bytes(256));
            assertEquals("", vocabulary.text(9999));
        }
    }

    @Test
    void unknownIdsArePassedOver() throws Exception {
        try (Tokenizer tokenizer = bytes()) {
            assertEquals("", tokenizer.decode(new long[] {99_999, -1}, true));
        }
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        int open = NativeHandles.open();
        Tokenizer tokenizer = bytes();
        assertEquals(open + 1, NativeHandles.open());
        tokenizer.close();
        tokenizer.close();
        assertEquals(open, NativeHandles.open());
        assertThrows(IllegalStateException.class, () -> tokenizer.count("x"));
    }

    @Test
    void aBrokenFileIsNamed() {
        ModelException refused = assertThrows(ModelException.class, () -> open("{\"model\": {\"type\": \"BPE\"}}"));
        assertTrue(refused.getMessage().contains("tokenizer.json"), refused.getMessage());
    }

    /** The native library would end the process. */
    @Test
    void aTemplateThatNamesAnUnknownTokenIsRefused() throws Exception {
        assertRefused(json -> json.replace("\"special_tokens\":{\"<s>\"", "\"special_tokens\":{\"<t>\""));
    }

    /** The native library would end the process. */
    @Test
    void aDecoderThatIsAlmostJsonIsRefused() throws Exception {
        assertRefused(json -> json.replace("\"add_prefix_space\":true", "add_prefix_space:true"));
        assertRefused(json -> json.replace("\"decoder\":{\"type\":\"ByteLevel\"", "\"decoder\":{\"type\":\"Byte\nLevel\""));
    }

    @Test
    void aTokenizerWithoutATokenForTheUnknownIsRefused() throws Exception {
        words().close();
        String json = Files.readString(folder.resolve("tokenizer.json"));
        Path file = Files.writeString(folder.resolve("tokenizer.json"), json.replace("\"unk_token\":\"[UNK]\"", "\"unk_token\":\"[NO]\""));
        int open = NativeHandles.open();
        ModelException refused = assertThrows(ModelException.class, () -> Tokenizer.open(file));
        assertTrue(refused.getMessage().contains("tokenizer.json"), refused.getMessage());
        assertEquals(open, NativeHandles.open());
    }

    private void assertRefused(UnaryOperator<String> damage) throws Exception {
        bytes().close();
        String json = Files.readString(folder.resolve("tokenizer.json"));
        String damaged = damage.apply(json);
        assertFalse(damaged.equals(json));
        Path file = Files.writeString(folder.resolve("tokenizer.json"), damaged);
        ModelException refused = assertThrows(ModelException.class, () -> Tokenizer.open(file));
        assertTrue(refused.getMessage().contains("tokenizer.json"), refused.getMessage());
    }
}
