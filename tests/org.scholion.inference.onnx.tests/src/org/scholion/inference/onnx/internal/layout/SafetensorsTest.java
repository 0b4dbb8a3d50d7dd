package org.scholion.inference.onnx.internal.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.ModelException;

class SafetensorsTest {

    private static final int NUMBER_BYTES = 16;

    @TempDir
    Path folder = Path.of("");

    @Test
    void numbersOfEachKindAreRead() throws Exception {
        Safetensors tensors = Safetensors.read(write("""
                {"__metadata__":{"format":"pt"},
                 "whole":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},
                 "none":{"dtype":"F32","shape":[0],"data_offsets":[8,8]},
                 "half":{"dtype":"F16","shape":[2],"data_offsets":[8,12]},
                 "brain":{"dtype":"BF16","shape":[2,1],"data_offsets":[12,16]}}   """, bytes -> bytes
                .putFloat(1.5f).putFloat(-1e30f)
                .putShort(Float.floatToFloat16(0.25f)).putShort(Float.floatToFloat16(-65504))
                .putShort((short) (Float.floatToIntBits(3) >> 16)).putShort((short) (Float.floatToIntBits(-0.5f) >> 16))));
        assertEquals(Set.of("whole", "none", "half", "brain"), tensors.names());
        assertEquals(List.of(1L, 2L), tensors.shape("whole"));
        assertArrayEquals(new float[] {1.5f, -1e30f}, tensors.floats("whole"));
        assertArrayEquals(new float[0], tensors.floats("none"));
        assertArrayEquals(new float[] {0.25f, -65504}, tensors.floats("half"));
        assertArrayEquals(new float[] {3, -0.5f}, tensors.floats("brain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "[]",
        "no",
        "{",
        "{}",
        " {\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}} x",
        "{'a':{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[4,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[0,20]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-4],\"data_offsets\":[16,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4.0],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"4\"],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16],\"more\":1}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
        "{\"__metadata__\":{\"a\":[]},\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"a\":7}"
    })
    void anotherHeaderIsRefused(String header) throws Exception {
        assertRefused(write(header, bytes -> bytes));
    }

    @Test
    void aHeaderThatIsNoUtf8IsRefused() throws Exception {
        Path file = write("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", bytes -> bytes);
        byte[] broken = Files.readAllBytes(file);
        broken[Long.BYTES + 2] = (byte) 0xFF;
        assertRefused(Files.write(file, broken));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1})
    void aHeaderOfAnotherLengthIsRefused(long length) throws Exception {
        byte[] bytes = new byte[64];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertRefused(Files.write(folder.resolve("a.safetensors"), bytes));
    }

    @Test
    void aFileWithoutAHeaderIsRefused() throws Exception {
        assertRefused(Files.write(folder.resolve("a.safetensors"), new byte[7]));
        assertRefused(folder.resolve("none.safetensors"));
    }

    @Test
    void numbersThatAreNoneAreRefused() throws Exception {
        Safetensors tensors = Safetensors.read(
                write("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", bytes -> bytes.putFloat(Float.NaN)));
        ModelException refused = assertThrows(ModelException.class, () -> tensors.floats("a"));
        assertTrue(refused.getMessage().contains("a.safetensors"), refused.getMessage());
    }

    private static void assertRefused(Path file) {
        ModelException refused = assertThrows(ModelException.class, () -> Safetensors.read(file));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    /** Writes what stands behind the header. */
    @FunctionalInterface
    private interface Numbers {
        ByteBuffer put(ByteBuffer bytes);
    }

    private Path write(String header, Numbers numbers) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + text.length + NUMBER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        numbers.put(bytes.putLong(text.length).put(text));
        return Files.write(folder.resolve("a.safetensors"), bytes.array());
    }
}
