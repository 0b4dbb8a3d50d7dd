package org.scholion.inference;

/** A model could not be read, loaded or run. The message is for the user, names the model or the file and says what to do. */
public class ModelException extends Exception {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
