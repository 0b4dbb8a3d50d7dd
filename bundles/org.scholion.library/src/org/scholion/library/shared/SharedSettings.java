package org.scholion.library.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The server that the author named, and nobody else, is asked.
 *
 * @param addresses of one SolrCloud, each with its path, such as {@code http://search.lab:8983/solr}, without a slash at the
 *     end; the first
 *     that answers is asked. Empty: the shared library is off
 * @param collection of the server
 */
public record SharedSettings(List<URI> addresses, String collection) {

    /** The collection where none is named. */
    public static final String COLLECTION = "scholion";

    /** Nothing is asked. */
    public static final SharedSettings OFF = new SharedSettings(List.of(), COLLECTION);

    private static final String NAME = "[\\p{L}\\d_][\\p{L}\\d._-]{0,99}";

    /**
     * @throws IllegalArgumentException when an address is none of http or https, or has a user or a query, or a collection has
     * no such name
     */
    public SharedSettings {
        addresses = List.copyOf(addresses);
        addresses.forEach(SharedSettings::check);
        if (!isName(collection)) {
            throw new IllegalArgumentException("no name of a collection: " + collection);
        }
    }

    private static void check(URI address) {
        String scheme = String.valueOf(address.getScheme());
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException("no address of a server: " + address);
        }
    }

    /** Whether a text can name a collection, or a source in it: letters, digits, points, hyphens and underscores, up to 100. */
    public static boolean isName(String text) {
        return text.matches(NAME);
    }

    /**
     * What a person writes: addresses with commas or white space between them. Without a scheme http is meant, without a path
     * {@code /solr}.
     *
     * @throws IllegalArgumentException when there is none, or one cannot be understood
     */
    public static SharedSettings of(String typed, String collection) {
        List<URI> addresses = new ArrayList<>();
        for (String part : typed.strip().split("[\\s,]+")) {
            addresses.add(address(part));
        }
        return new SharedSettings(addresses, collection);
    }

    private static URI address(String typed) {
        String whole = typed.contains("://") ? typed : "http://" + typed;
        try {
            URI address = new URI(whole.replaceFirst("/+$", ""));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            String path = String.valueOf(address.getRawPath());
            // the page of Solr's administration, which people copy, is /solr/#/
            String known = path.isEmpty() ? "/solr" : path.replaceFirst("/+$", "");
            if (address.getRawAuthority() == null || address.getRawQuery() != null) {
                throw new IllegalArgumentException("no address of a server: " + typed);
            }
            return new URI(scheme + "://" + address.getRawAuthority() + known);
        } catch (URISyntaxException other) {
            throw new IllegalArgumentException("no address of a server: " + typed, other);
        }
    }

    public boolean isOn() {
        return !addresses.isEmpty();
    }

    /** Whether what is sent can be read by others on its way: an address without encryption that is not this machine. */
    public boolean isReadable() {
        return addresses.stream().anyMatch(address -> address.getScheme().equals("http")
                && !address.getHost().matches("localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\]"));
    }
}
