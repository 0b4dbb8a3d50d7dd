package org.scholion.inference.onnx.internal.gguf;

import java.util.Optional;

/** The kinds of tensors that are read; names and layouts are those of ggml. A row is cut into blocks, each with scales of its own. */
enum GgufType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q8_0(8, 32, 34),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    BF16(30, 1, 2);

    private final int id;
    private final int blockWeights;
    private final int blockBytes;

    GgufType(int id, int blockWeights, int blockBytes) {
        this.id = id;
        this.blockWeights = blockWeights;
        this.blockBytes = blockBytes;
    }

    static Optional<GgufType> of(int id) {
        for (GgufType type : values()) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The number that stands for it in files. */
    int id() {
        return id;
    }

    /** Weights of a block. */
    int blockWeights() {
        return blockWeights;
    }

    /** Bytes of a block. */
    int blockBytes() {
        return blockBytes;
    }
}
