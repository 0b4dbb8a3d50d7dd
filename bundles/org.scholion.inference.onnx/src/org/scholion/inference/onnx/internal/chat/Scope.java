package org.scholion.inference.onnx.internal.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scholion.inference.onnx.internal.chat.Values.Nothing;

/** The variables of a loop, of a macro or of the whole template. */
final class Scope {

    private final Optional<Scope> outer;
    private final Map<String, Object> variables = new HashMap<>();

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    /** Undefined where nobody has set it. */
    Object get(String name) {
        Object value = variables.get(name);
        if (value != null) {
            return value;
        }
        return outer.isPresent() ? outer.get().get(name) : Nothing.UNDEFINED;
    }

    void set(String name, Object value) {
        variables.put(name, value);
    }
}
