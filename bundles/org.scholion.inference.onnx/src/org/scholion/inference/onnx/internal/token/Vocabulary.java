package org.scholion.inference.onnx.internal.token;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;

/** The tokens of a {@code tokenizer.json} with their ids. Immutable. */
public final class Vocabulary {

    /** How texts of tokens stand for bytes. */
    private enum Form {
        /** GPT-2: each character stands for a byte. */
        BYTE_LEVEL,
        /** SentencePiece: U+2581 is a space, {@code <0x0A>} a byte. */
        SENTENCE_PIECE,
        /** BERT: {@code ##} goes on with a word. */
        WORD_PIECE,
        PLAIN
    }

    private static final int MOST_ID = 4_000_000;
    private static final char SPACE_MARK = '\u2581';

    private final @Nullable String[] texts;
    private final BitSet added;
    private final BitSet special;
    private final Form form;
    private final int[] byText;

    private Vocabulary(Builder builder) {
        texts = Arrays.copyOf(builder.texts, builder.size);
        added = builder.added;
        special = builder.special;
        form = builder.form();
        byText = IntStream.range(0, texts.length).filter(id -> texts[id] != null).boxed()
                .sorted((a, b) -> text(a).compareTo(text(b))).mapToInt(Integer::intValue).toArray();
    }

    static Vocabulary read(Path file) throws ModelException {
        Builder builder = new Builder();
        try (JsonReader reader = new JsonReader(new StringReader(TokenizerFile.read(file)))) {
            builder.read(reader);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new ModelException(NLS.bind(Messages.Tokenizer_broken, file, e.getMessage()), e);
        }
        return new Vocabulary(builder);
    }

    /** One more than the greatest id. */
    public int size() {
        return texts.length;
    }

    /** The text of a token as the file has it, such as {@code Ġthe}; empty where no token has this id. */
    public String text(int id) {
        String text = id >= 0 && id < texts.length ? texts[id] : null;
        return text == null ? "" : text;
    }

    /** The id of a token by its text in the file. */
    public OptionalInt id(String text) {
        int low = 0;
        int high = byText.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = text(byText[middle]).compareTo(text);
            if (order == 0) {
                return OptionalInt.of(byText[middle]);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the token is a sign for the model, such as the end, and no part of a text. */
    public boolean isSpecial(int id) {
        return special.get(id);
    }

    /**
     * The bytes in UTF-8 that a token adds within a text; a token may end within a character. Empty where no token has this id. A token
     * of a BERT vocabulary that begins a word has a space before it.
     */
    public byte[] bytes(int id) {
        String text = text(id);
        if (text.isEmpty() || added.get(id)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return switch (form) {
            case BYTE_LEVEL -> ByteAlphabet.bytes(text);
            case SENTENCE_PIECE -> pieceBytes(text);
            case WORD_PIECE -> (text.startsWith("##") ? text.substring(2) : ' ' + text).getBytes(StandardCharsets.UTF_8);
            case PLAIN -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] pieceBytes(String text) {
        if (text.length() == 6 && text.startsWith("<0x") && text.endsWith(">")) {
            Optional<Byte> single = hex(text.substring(3, 5));
            if (single.isPresent()) {
                return new byte[] {single.get()};
            }
        }
        return text.replace(SPACE_MARK, ' ').getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Byte> hex(String digits) {
        int high = Character.digit(digits.charAt(0), 16);
        int low = Character.digit(digits.charAt(1), 16);
        return high < 0 || low < 0 ? Optional.empty() : Optional.of((byte) (high << 4 | low));
    }

    /** Collects while the file is read. */
    private static final class Builder {
        private @Nullable String[] texts = new @Nullable String[1024];
        private int size;
        private final BitSet added = new BitSet();
        private final BitSet special = new BitSet();
        private String modelType = "";
        private boolean byteLevel;
        private boolean spaceMark;

        Form form() {
            if (byteLevel) {
                return Form.BYTE_LEVEL;
            }
            return switch (modelType) {
                case "WordPiece" -> Form.WORD_PIECE;
                case "Unigram" -> Form.SENTENCE_PIECE;
                default -> spaceMark ? Form.SENTENCE_PIECE : Form.PLAIN;
            };
        }

        void read(JsonReader reader) throws IOException {
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "added_tokens" -> addedTokens(reader);
                    case "model" -> model(reader);
                    case "decoder", "pre_tokenizer", "normalizer" -> marks(reader);
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
        }

        /** Looks for what tells how bytes are written, at any depth. */
        private void marks(JsonReader reader) throws IOException {
            int depth = 0;
            do {
                switch (reader.peek()) {
                    case BEGIN_OBJECT -> {
                        reader.beginObject();
                        depth++;
                    }
                    case BEGIN_ARRAY -> {
                        reader.beginArray();
                        depth++;
                    }
                    case END_OBJECT -> {
                        reader.endObject();
                        depth--;
                    }
                    case END_ARRAY -> {
                        reader.endArray();
                        depth--;
                    }
                    case STRING -> {
                        String value = reader.nextString();
                        byteLevel |= value.equals("ByteLevel");
                        spaceMark |= value.indexOf(SPACE_MARK) >= 0 || value.equals("Metaspace") || value.equals("ByteFallback");
                    }
                    case NAME -> reader.nextName();
                    default -> reader.skipValue();
                }
            } while (depth > 0);
        }

        private void addedTokens(JsonReader reader) throws IOException {
            reader.beginArray();
            while (reader.hasNext()) {
                int id = -1;
                String content = "";
                boolean isSpecial = false;
                reader.beginObject();
                while (reader.hasNext()) {
                    switch (reader.nextName()) {
                        case "id" -> id = reader.nextInt();
                        case "content" -> content = reader.nextString();
                        case "special" -> isSpecial = reader.nextBoolean();
                        default -> reader.skipValue();
                    }
                }
                reader.endObject();
                put(id, content);
                added.set(id);
                special.set(id, isSpecial);
            }
            reader.endArray();
        }

        private void model(JsonReader reader) throws IOException {
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "type" -> modelType = reader.nextString();
                    case "vocab" -> vocab(reader);
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
        }

        private void vocab(JsonReader reader) throws IOException {
            if (reader.peek() == JsonToken.BEGIN_OBJECT) {
                reader.beginObject();
                while (reader.hasNext()) {
                    String text = reader.nextName();
                    put(reader.nextInt(), text);
                }
                reader.endObject();
                return;
            }
            // pieces with their scores, in the order of the ids
            modelType = modelType.isEmpty() ? "Unigram" : modelType;
            int id = 0;
            reader.beginArray();
            while (reader.hasNext()) {
                reader.beginArray();
                put(id++, reader.nextString());
                reader.skipValue();
                reader.endArray();
            }
            reader.endArray();
        }

        private void put(int id, String text) {
            if (id < 0 || id > MOST_ID) {
                throw new IllegalStateException("id " + id);
            }
            if (id >= texts.length) {
                texts = Arrays.copyOf(texts, Math.max(id + 1, texts.length * 2));
            }
            if (texts[id] == null || !added.get(id)) {
                texts[id] = text;
            }
            size = Math.max(size, id + 1);
        }
    }
}
