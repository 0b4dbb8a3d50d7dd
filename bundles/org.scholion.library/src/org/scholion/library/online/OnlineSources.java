package org.scholion.library.online;

/**
 * Sources of references on the Internet, a service. One for the whole program: it keeps to what each source wants, whoever asks, and holds
 * the connections. Thread-safe.
 */
public interface OnlineSources {

    /**
     * The sources that the author allows. Nothing is sent by this call.
     *
     * @param settings what counts for all calls of the answer; ask again when they change
     */
    OnlineLibrary with(OnlineSettings settings);
}
