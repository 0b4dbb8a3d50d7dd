package org.scholion.library;

import java.nio.file.Path;
import java.util.List;

/**
 * The libraries that the user gave names: each is a list of sources, which stay where they are and are kept in step. An OSGi service;
 * thread-safe. Several programs may change them at once. Where the author chose a shared library, it is one of them: {@link
 * org.scholion.library.shared.SharedLibrary#NAME}.
 */
public interface Libraries {

    /** The library that is meant when no name is given. */
    String STANDARD = "library";

    /** A library. */
    record Library(String name, List<Path> sources) {
        public Library {
            sources = List.copyOf(sources);
        }
    }

    /** All of them; the standard one first, even when it has no sources. */
    List<Library> all() throws LibraryException;

    /** The sources of a library; empty when there is no such library. */
    List<Path> sources(String name) throws LibraryException;

    /** Adds a source to a library, which is made when there is none. */
    void add(String name, Path source) throws LibraryException;

    /** Takes a source out of a library; a library without sources goes. */
    void remove(String name, Path source) throws LibraryException;
}
