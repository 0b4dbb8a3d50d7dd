package org.scholion.inference;

/**
 * What a model really runs on.
 *
 * @param kind which sort
 * @param name for people, such as {@code CPU (2 threads)}, the name of the graphics processor or the address of the server
 */
public record Device(Kind kind, String name) {

    /** Sorts of devices. */
    public enum Kind {
        CPU,
        CUDA,
        CORE_ML,
        DIRECT_ML,
        /** A server that the user named. */
        REMOTE
    }

    @Override
    public String toString() {
        return name;
    }
}
