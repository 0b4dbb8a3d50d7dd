package org.scholion.inference.onnx.internal.token;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.session.NativeHandles;

/**
 * A {@code tokenizer.json}, loaded. It neither cuts nor pads, whatever the file says. Thread-safe; closing waits for running calls, and
 * a closed one throws {@link IllegalStateException}.
 */
public final class Tokenizer implements AutoCloseable {

    /** With a letter for private use and one of cuneiform: a tokenizer must have a token for what it does not know. */
    private static final String UNUSUAL = "a \uDBFF\uDFFD \uD808\uDC00";

    private final Path file;
    private final TokenizersLibrary library;
    private final long handle;
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private boolean closed;
    private volatile Optional<Vocabulary> vocabulary = Optional.empty();

    private Tokenizer(Path file, TokenizersLibrary library, long handle) {
        this.file = file;
        this.library = library;
        this.handle = handle;
    }

    /** @throws ModelException when the file is broken or too large for a tokenizer; names it */
    public static Tokenizer open(Path file) throws ModelException {
        String json = TokenizerFile.read(file);
        TokenizersLibrary library;
        try {
            library = NativeTokenizers.library();
        } catch (LinkageError e) {
            throw new ModelException(NLS.bind(Messages.Tokenizer_library, e.getMessage()), e);
        }
        long handle;
        try {
            handle = library.createTokenizerFromString(json);
        } catch (RuntimeException e) {
            throw new ModelException(NLS.bind(Messages.Tokenizer_broken, file, e.getMessage()), e);
        }
        try {
            library.deleteEncoding(library.encode(handle, UNUSUAL, true));
        } catch (RuntimeException e) {
            library.deleteTokenizer(handle);
            throw new ModelException(NLS.bind(Messages.Tokenizer_broken, file, e.getMessage()), e);
        }
        NativeHandles.opened();
        library.disableTruncation(handle);
        library.disablePadding(handle);
        return new Tokenizer(file, library, handle);
    }

    /** The tokens of a text. Halves of surrogate pairs that stand alone count as U+FFFD. */
    public Tokens encode(String text, boolean addSpecial) {
        String given = CodePoints.wellFormed(text);
        return read(() -> taken(library.encode(handle, given, addSpecial), given, given));
    }

    /** The tokens of a pair of texts, with what the model puts around and between them. */
    public Tokens encodePair(String first, String second) {
        String givenFirst = CodePoints.wellFormed(first);
        String givenSecond = CodePoints.wellFormed(second);
        return read(() -> taken(library.encodeDual(handle, givenFirst, givenSecond, true), givenFirst, givenSecond));
    }

    /** The ids of each text alone, which is faster than {@link #encode} for many texts. */
    public long[][] encodeIds(List<String> texts, boolean addSpecial) {
        String[] given = texts.stream().map(CodePoints::wellFormed).toArray(String[]::new);
        return read(() -> {
            long[] encodings = library.batchEncode(handle, given, addSpecial);
            long[][] ids = new long[encodings.length][];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = library.getTokenIds(encodings[i]);
                library.deleteEncoding(encodings[i]);
            }
            return ids;
        });
    }

    /** How many tokens a text has, without special ones. */
    public int count(String text) {
        return encodeIds(List.of(text), false)[0].length;
    }

    /**
     * The text of tokens; ids that the tokenizer does not have are passed over, incomplete characters become U+FFFD.
     *
     * @param skipSpecial whether special tokens are left out
     */
    public String decode(long[] ids, boolean skipSpecial) {
        return read(() -> library.decode(handle, ids, skipSpecial));
    }

    /** Text of tokens that come one by one. */
    public StreamingDecoder streamingDecoder(boolean skipSpecial) {
        return new StreamingDecoder(this, skipSpecial);
    }

    /** What each token is. Read from the file when first asked. */
    public synchronized Vocabulary vocabulary() throws ModelException {
        if (vocabulary.isEmpty()) {
            vocabulary = Optional.of(Vocabulary.read(file));
        }
        return vocabulary.orElseThrow();
    }

    /** The id of a token, such as {@code </s>}, by its text in the file. */
    public OptionalInt id(String token) throws ModelException {
        return vocabulary().id(token);
    }

    /** A broken file may give more tokens than what else there is of them; the others have no place in the text. */
    private Tokens taken(long encoding, String first, String second) {
        try {
            long[] ids = library.getTokenIds(encoding);
            long[] typeIds = Arrays.copyOf(library.getTypeIds(encoding), ids.length);
            int[] words = narrow(library.getWordIds(encoding), ids.length);
            int[] sequences = narrow(library.getSequenceIds(encoding), ids.length);
            CharSpan[] spans = library.getTokenCharSpans(encoding);
            int[] starts = new int[ids.length];
            int[] ends = new int[ids.length];
            CodePoints inFirst = new CodePoints(first);
            CodePoints inSecond = new CodePoints(second);
            for (int i = 0; i < Math.min(ids.length, spans.length); i++) {
                if (sequences[i] != Tokens.NONE && spans[i] != null) {
                    CodePoints within = sequences[i] == 0 ? inFirst : inSecond;
                    starts[i] = within.unit(spans[i].getStart());
                    ends[i] = within.unit(spans[i].getEnd());
                }
            }
            return new Tokens(ids, typeIds, words, sequences, starts, ends);
        } finally {
            library.deleteEncoding(encoding);
        }
    }

    private static int[] narrow(long[] values, int count) {
        int[] narrowed = new int[count];
        for (int i = 0; i < count; i++) {
            narrowed[i] = i < values.length ? (int) values[i] : Tokens.NONE;
        }
        return narrowed;
    }

    private <T> T read(Supplier<T> call) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed: " + file);
            }
            return call.get();
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                library.deleteTokenizer(handle);
                NativeHandles.closed();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
