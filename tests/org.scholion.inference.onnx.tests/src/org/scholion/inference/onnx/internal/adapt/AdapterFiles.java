package org.scholion.inference.onnx.internal.adapt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.scholion.inference.AdapterFolder;

/** An adapter with random numbers in floats of 32 bits. */
final class AdapterFiles {

    static final int RANK = 3;
    static final int LABELS = 5;
    static final double ALPHA = 6;

    private final Map<String, int[]> shapes = new LinkedHashMap<>();

    /** One with a head over tokens of a width. */
    AdapterFiles(int width) {
        shapes.put("base_model.model.classifier.weight", new int[] {LABELS, width});
        shapes.put("base_model.model.classifier.bias", new int[] {LABELS});
    }

    /** The matrices beside a projection. */
    AdapterFiles with(String module, int from, int to) {
        shapes.put("base_model.model." + module + ".lora_A.weight", new int[] {RANK, from});
        shapes.put("base_model.model." + module + ".lora_B.weight", new int[] {to, RANK});
        return this;
    }

    AdapterFiles with(String tensor, int... shape) {
        shapes.put(tensor, shape);
        return this;
    }

    AdapterFiles without(String tensor) {
        shapes.remove(tensor);
        return this;
    }

    /** Those beside all projections of an encoder in the form of BERT. */
    AdapterFiles withLayers(int count, int width, int inner) {
        for (int i = 0; i < count; i++) {
            String layer = "bert.encoder.layer." + i;
            for (String part : List.of("self.query", "self.key", "self.value", "output.dense")) {
                with(layer + ".attention." + part, width, width);
            }
            with(layer + ".intermediate.dense", width, inner);
            with(layer + ".output.dense", inner, width);
        }
        return this;
    }

    Path write(Path folder) throws IOException {
        StringJoiner header = new StringJoiner(",", "{", "}");
        int end = 0;
        for (Map.Entry<String, int[]> each : shapes.entrySet()) {
            int start = end;
            end += Float.BYTES * IntStream.of(each.getValue()).reduce(1, (one, other) -> one * other);
            String shape = String.join(",", IntStream.of(each.getValue()).mapToObj(String::valueOf).toList());
            String place = "\"data_offsets\":[" + start + "," + end + "]";
            header.add("\"" + each.getKey() + "\":{\"dtype\":\"F32\",\"shape\":[" + shape + "]," + place + "}");
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + text.length + end).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        Random random = new Random(5);
        while (bytes.hasRemaining()) {
            bytes.putFloat((float) random.nextGaussian());
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve(AdapterFolder.WEIGHTS), bytes.array());
        Files.writeString(folder.resolve(AdapterFolder.SETTINGS), "{\"peft_type\":\"LORA\",\"task_type\":\"TOKEN_CLS\","
                + "\"base_model_name_or_path\":\"tiny\",\"r\":" + RANK + ",\"lora_alpha\":" + ALPHA + "}");
        return folder;
    }
}
