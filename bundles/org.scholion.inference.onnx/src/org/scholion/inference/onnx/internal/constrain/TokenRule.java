package org.scholion.inference.onnx.internal.constrain;

import java.nio.FloatBuffer;
import org.scholion.inference.ModelException;

/** Which tokens an output may go on with. For one output; told each token that was chosen. */
public interface TokenRule {

    /** Whether the token may come next. */
    boolean allows(int token);

    /** Whether the output may end here. */
    boolean mayEnd();

    /** Whether it has to end here. */
    boolean mustEnd();

    /** Sets the logits of all tokens that must not come next to negative infinity, except those that end the output. */
    void mask(FloatBuffer logits, int offset, int size) throws ModelException;

    /** Goes on behind a token. */
    void accept(int token);
}
