package org.scholion.inference.remote.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.system.Backoff;

/**
 * An answer that is none.
 *
 * @param status of HTTP
 * @param reason what the server says; empty when nothing that a person can read
 * @param code what the server says for programs; may be empty
 * @param location where the server wants to be asked instead; may be empty
 * @param asked how long the server wants to be left alone
 */
record Refusal(int status, String reason, String code, String location, Optional<Duration> asked) {

    static final int MAX_BODY_BYTES = 16_384;

    private static final int MAX_REASON = 400;

    /** @param key is taken out of what is shown */
    static Refusal of(Response response, byte[] body, Optional<Duration> asked, Optional<String> key) {
        String text = new String(body, StandardCharsets.UTF_8);
        String reason = response.mediaType().equals("text/html") ? "" : text;
        String code = "";
        try {
            if (JsonParser.parseString(text) instanceof JsonObject json) {
                reason = reason(json).orElse("");
                code = json.get("error") instanceof JsonObject error
                        ? Json.text(error, "code").or(() -> Json.text(error, "type")).orElse("")
                        : "";
            }
        } catch (JsonParseException e) {
            // not JSON: shown as it is
            code = "";
        }
        String location = response.headers().firstValue("Location").orElse("");
        return new Refusal(response.status(), shown(reason, key), code, shown(location, key), asked);
    }

    /** What a server says in one of the shapes that are in use. */
    static Optional<String> reason(JsonObject json) {
        JsonElement error = json.get("error");
        if (error instanceof JsonObject inner) {
            return Json.text(inner, "message").or(() -> Optional.of(inner.toString()));
        }
        return Stream.of("error", "message", "detail")
                .filter(key -> json.has(key) && !json.get(key).isJsonNull())
                .map(key -> Json.text(json, key).orElseGet(() -> json.get(key).toString()))
                .findFirst();
    }

    /** One line of bounded length, without the key. */
    static String shown(String text, Optional<String> key) {
        String line = key.map(secret -> text.replace(secret, "…")).orElse(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MAX_REASON ? line.substring(0, line.offsetByCodePoints(0, MAX_REASON / 2)) + "…" : line;
    }

    /** A limit of money does not pass by waiting. */
    boolean isPassing() {
        return Backoff.isPassing(status) && !code.equals("insufficient_quota");
    }

    ServerException explained(String address, String model, boolean withKey) {
        String said = reason.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + reason;
        String message =
                switch (status) {
                    case 401 -> NLS.bind(withKey ? Messages.Refused_key : Messages.Refused_no_key, address, said);
                    case 402 -> NLS.bind(Messages.Refused_quota, address, said);
                    case 403 -> NLS.bind(Messages.Refused_forbidden, new Object[] {address, model, said});
                    case 404 -> NLS.bind(Messages.Refused_unknown, new Object[] {address, model, said});
                    case 413 -> NLS.bind(Messages.Refused_large, address, said);
                    case 429 -> limited(address, said);
                    default -> other(address, said);
                };
        return new ServerException(message, status, reason);
    }

    private String limited(String address, String said) {
        if (code.equals("insufficient_quota")) {
            return NLS.bind(Messages.Refused_quota, address, said);
        }
        return asked.isPresent()
                ? NLS.bind(Messages.Refused_limit_until, new Object[] {address, asked.get().toSeconds(), said})
                : NLS.bind(Messages.Refused_limit, address, said);
    }

    private String other(String address, String said) {
        if (status >= 300 && status < 400) {
            return NLS.bind(Messages.Refused_moved, address, location.isEmpty() ? said : location);
        }
        return NLS.bind(status >= 500 ? Messages.Refused_trouble : Messages.Refused_request, address, said);
    }
}
