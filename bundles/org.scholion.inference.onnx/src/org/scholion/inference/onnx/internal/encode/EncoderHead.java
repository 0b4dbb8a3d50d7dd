package org.scholion.inference.onnx.internal.encode;

import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;

/** What the roles of a model without a loop have in common: they are as the model says. */
abstract class EncoderHead {

    final EncoderModel model;

    EncoderHead(EncoderModel model) {
        this.model = model;
    }

    public final ModelDescriptor descriptor() {
        return model.descriptor();
    }

    public final Device device() {
        return model.device();
    }

    public final int maxTokenCount() {
        return model.maxTokenCount();
    }

    public final int tokenCount(String text) {
        return model.tokenizer().count(text);
    }
}
