package org.scholion.jobs;

import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;

/**
 * What the author allows online sources: sources and contact stand in the preferences, keys where the platform keeps passwords.
 * Nothing is
 * on before the author switches it on. An OSGi service; thread-safe.
 */
public interface OnlineAccess {

    /** What is set now, without keys. Never waits. */
    OnlineSettings settings();

    /**
     * What is set now with the keys of the sources that are on. May ask the author for a password, so not for the thread of the
     * user
     * interface.
     *
     * @throws LibraryException when a key is kept and cannot be read
     */
    OnlineSettings withKeys() throws LibraryException;

    /** Keeps all but keys and cache; listeners hear of it when something changed. */
    void store(OnlineSettings settings);

    /**
     * Whether a key of a source is known. May take a moment.
     *
     * @throws LibraryException when that cannot be found out
     */
    boolean hasKey(OnlineSource source) throws LibraryException;

    /**
     * Keeps the key of a source. May ask the author for a password, as {@link #withKeys} does.
     *
     * @param key empty to forget the one that is kept
     * @throws LibraryException when it cannot be kept
     */
    void keepKey(OnlineSource source, String key) throws LibraryException;

    /** {@code listener} is called after a setting changed, from any thread. */
    void addListener(Runnable listener);

    void removeListener(Runnable listener);
}
