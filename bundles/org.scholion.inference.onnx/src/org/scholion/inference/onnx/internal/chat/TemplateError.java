package org.scholion.inference.onnx.internal.chat;

/** A template that is wrong, asks for too much or refuses the conversation. Stays within this package. */
final class TemplateError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateError(String message) {
        super(message);
    }
}
