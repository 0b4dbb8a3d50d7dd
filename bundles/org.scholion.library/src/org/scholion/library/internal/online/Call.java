package org.scholion.library.internal.online;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;

/**
 * What is asked of a source.
 *
 * @param source that is asked
 * @param address without keys and mail addresses, as it is kept and compared
 * @param secret what is put behind the address when it is sent: keys and mail addresses; may be empty
 * @param headers besides the usual ones; not sent to other hosts
 * @param accept the media types that are wanted, in the words of HTTP
 * @param moves whether the source may lead to another host
 * @param keep how long an answer may be kept
 */
record Call(
        OnlineSource source, URI address, String secret, Map<String, String> headers, String accept, boolean moves, Duration keep) {

    Call {
        headers = Map.copyOf(headers);
    }

    static Builder to(OnlineSource source, OnlineSettings settings, String path) {
        return new Builder(source, settings, path);
    }

    /** What is sent. */
    URI sent() {
        if (secret.isEmpty()) {
            return address;
        }
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + secret);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Puts an address together. */
    static final class Builder {

        private final OnlineSource source;
        private final OnlineSettings settings;
        private final StringBuilder address;
        private final StringBuilder secret = new StringBuilder();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String accept = "application/json";
        private boolean moves;
        private boolean asked;
        private Duration keep = Duration.ofDays(7);

        private Builder(OnlineSource source, OnlineSettings settings, String path) {
            this.source = source;
            this.settings = settings;
            address = new StringBuilder(settings.address(source) + path);
        }

        /** A part of the path. Slashes stay when they are wanted, as in DOIs. */
        Builder part(String text) {
            address.append(encoded(text).replace("%2F", "/"));
            return this;
        }

        Builder with(String name, String value) {
            address.append(asked ? '&' : '?').append(name).append('=').append(encoded(value));
            asked = true;
            return this;
        }

        Builder with(String name, int value) {
            return with(name, Integer.toString(value));
        }

        /** Something that is sent and not kept; nothing when it is empty. */
        Builder secret(String name, String value) {
            if (!value.isEmpty()) {
                secret.append(secret.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value));
            }
            return this;
        }

        /** The mail address of the author, where there is one. */
        Builder contact(String name) {
            return secret(name, settings.contact());
        }

        Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Builder accept(String types) {
            accept = types;
            return this;
        }

        Builder moves() {
            moves = true;
            return this;
        }

        Builder keep(Duration age) {
            keep = age;
            return this;
        }

        Call build() {
            return new Call(source, URI.create(address.toString()), secret.toString(), headers, accept, moves, keep);
        }
    }
}
