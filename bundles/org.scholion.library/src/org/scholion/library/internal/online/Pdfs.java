package org.scholion.library.internal.online;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;

/** Addresses of PDFs among what sources say. */
final class Pdfs {

    private static final int MAX = 20;

    private Pdfs() {}

    /** @param key of the address in each place */
    static List<OpenPdf> of(OnlineSource source, List<JsonObject> places, String key) {
        Map<URI, OpenPdf> pdfs = new LinkedHashMap<>();
        for (JsonObject place : places) {
            address(Json.text(place, key)).filter(address -> pdfs.size() < MAX).ifPresent(address -> pdfs.putIfAbsent(
                    address, new OpenPdf(source, address, Json.text(place, "version"), Json.text(place, "license"))));
        }
        return List.copyOf(pdfs.values());
    }

    /** An address that can be one; {@code http} becomes {@code https} but on this machine. */
    static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.replace(" ", "%20"));
            String host = address.getHost();
            String scheme = String.valueOf(address.getScheme());
            if (host == null || !scheme.equals("http") && !scheme.equals("https")) {
                return Optional.empty();
            }
            boolean here = host.equals("localhost") || host.startsWith("127.");
            return Optional.of(scheme.equals("https") || here ? address : new URI("https" + text.replace(" ", "%20").substring(4)));
        } catch (URISyntaxException e) {
            // no address: as if nothing was said
            return Optional.empty();
        }
    }
}
