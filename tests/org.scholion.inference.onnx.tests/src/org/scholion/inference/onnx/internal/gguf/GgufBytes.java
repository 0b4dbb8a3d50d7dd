package org.scholion.inference.onnx.internal.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes GGUF files for tests, broken ones too. */
final class GgufBytes {

    private static final int ALIGNMENT = 32;

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream infos = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int version = 3;
    private long entryCount;
    private long tensorCount;

    GgufBytes version(int number) {
        version = number;
        return this;
    }

    /** Claims other numbers of tensors and entries than there are. */
    GgufBytes counts(long tensors, long claimedEntries) {
        tensorCount = tensors;
        entryCount = claimedEntries;
        return this;
    }

    GgufBytes number(String key, long value) {
        return entry(key, 4, little(4).putInt((int) value));
    }

    GgufBytes decimal(String key, double value) {
        return entry(key, 6, little(4).putFloat((float) value));
    }

    GgufBytes flag(String key, boolean value) {
        return entry(key, 7, little(1).put((byte) (value ? 1 : 0)));
    }

    GgufBytes text(String key, String value) {
        return entry(key, 8, bytes(value));
    }

    GgufBytes texts(String key, List<String> values) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        add(all, little(12).putInt(8).putLong(values.size()));
        values.forEach(value -> add(all, bytes(value)));
        return entry(key, 9, ByteBuffer.wrap(all.toByteArray()).position(all.size()));
    }

    GgufBytes numbers(String key, List<Integer> values) {
        ByteBuffer all = little(12 + 4 * values.size()).putInt(5).putLong(values.size());
        values.forEach(all::putInt);
        return entry(key, 9, all);
    }

    GgufBytes decimals(String key, List<Float> values) {
        ByteBuffer all = little(12 + 4 * values.size()).putInt(6).putLong(values.size());
        values.forEach(all::putFloat);
        return entry(key, 9, all);
    }

    private GgufBytes entry(String key, int type, ByteBuffer value) {
        add(entries, bytes(key));
        add(entries, little(4).putInt(type));
        add(entries, value);
        entryCount++;
        return this;
    }

    /** @param dimensions the length of a row first */
    GgufBytes tensor(String name, int type, List<Long> dimensions, byte[] bytes) {
        pad(data);
        return tensorAt(name, type, dimensions, data.size(), bytes);
    }

    GgufBytes tensorAt(String name, int type, List<Long> dimensions, long offset, byte[] bytes) {
        add(infos, bytes(name));
        add(infos, little(4).putInt(dimensions.size()));
        dimensions.forEach(dimension -> add(infos, little(8).putLong(dimension)));
        add(infos, little(12).putInt(type).putLong(offset));
        data.writeBytes(bytes);
        tensorCount++;
        return this;
    }

    byte[] toBytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        add(file, little(20).putInt(version).putLong(tensorCount).putLong(entryCount));
        file.writeBytes(entries.toByteArray());
        file.writeBytes(infos.toByteArray());
        pad(file);
        file.writeBytes(data.toByteArray());
        return file.toByteArray();
    }

    Path write(Path file) {
        try {
            return Files.write(file, toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pad(ByteArrayOutputStream out) {
        while (out.size() % ALIGNMENT != 0) {
            out.write(0);
        }
    }

    private static ByteBuffer bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return little(8 + utf8.length).putLong(utf8.length).put(utf8);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void add(ByteArrayOutputStream out, ByteBuffer bytes) {
        out.write(bytes.array(), 0, bytes.position());
    }

    /** Names of the tokens of tiny models. */
    static List<String> letters(int count) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(i < 2 ? "<|" + i + "|>" : Character.toString('!' + i));
        }
        return tokens;
    }
}
