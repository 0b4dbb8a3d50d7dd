package org.scholion.library.online;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.system.UserFolders;

/**
 * What the author allows.
 *
 * @param on the sources that may be asked; nothing is sent to the others
 * @param contact the mail address that is given to the sources, so that they can write before they lock anybody out; may be empty
 * @param keys of the sources that know the author
 * @param addresses where sources are asked instead of {@link OnlineSource#address()}, such as a mirror of the lab
 * @param cache the folder that answers are kept in; empty to keep none
 */
public record OnlineSettings(
        Set<OnlineSource> on,
        String contact,
        Map<OnlineSource, String> keys,
        Map<OnlineSource, URI> addresses,
        Optional<Path> cache) {

    /** Nothing is on. */
    public static final OnlineSettings OFF = new OnlineSettings(Set.of(), "", Map.of(), Map.of(), Optional.empty());

    /**
     * Checks what a header or an address would be made of.
     *
     * @throws IllegalArgumentException when the contact is no mail address, a key has characters that no key has, or an address is neither
     *     https nor on this machine
     */
    public OnlineSettings {
        on = Set.copyOf(on);
        keys = Map.copyOf(keys);
        addresses = Map.copyOf(addresses);
        if (!contact.isEmpty() && !isMail(contact)) {
            throw new IllegalArgumentException("no mail address: " + contact);
        }
        for (Map.Entry<OnlineSource, String> key : keys.entrySet()) {
            if (!isKey(key.getValue())) {
                throw new IllegalArgumentException("no key: that of " + key.getKey().title());
            }
        }
        addresses.values().forEach(OnlineSettings::checkAddress);
    }

    /** The folder in which answers are kept for this user; need not exist. */
    public static Path standardCache() {
        return UserFolders.standard().data().resolve("library").resolve("answers");
    }

    /** Whether a text can be {@link #contact()}. */
    public static boolean isMail(String text) {
        return text.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+") && text.length() <= 254;
    }

    /** Whether a text can be a key: visible ASCII, so that it ends no header. */
    public static boolean isKey(String text) {
        return !text.isEmpty() && text.length() <= 1024 && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static void checkAddress(URI address) {
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || !scheme.equals("https") && !(scheme.equals("http") && isLoopback(host))) {
            throw new IllegalArgumentException("neither https nor on this machine: " + address);
        }
    }

    /** Whether a host is this machine. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(?:\\.\\d{1,3}){3}");
    }

    public boolean isOn(OnlineSource source) {
        return on.contains(source);
    }

    /** Where a source is asked, without a slash at the end. */
    public URI address(OnlineSource source) {
        String address = addresses.getOrDefault(source, source.address()).toString();
        return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }

    /** The key to a source; empty when there is none. */
    public Optional<String> key(OnlineSource source) {
        return keys.containsKey(source) ? Optional.of(keys.get(source)) : Optional.empty();
    }

    /** The same with one source on or off. */
    public OnlineSettings with(OnlineSource source, boolean allowed) {
        Set<OnlineSource> changed = EnumSet.noneOf(OnlineSource.class);
        changed.addAll(on);
        if (allowed) {
            changed.add(source);
        } else {
            changed.remove(source);
        }
        return new OnlineSettings(changed, contact, keys, addresses, cache);
    }

    public OnlineSettings withContact(String mail) {
        return new OnlineSettings(on, mail, keys, addresses, cache);
    }

    /** @param key empty to forget it */
    public OnlineSettings withKey(OnlineSource source, String key) {
        Map<OnlineSource, String> changed = new HashMap<>(keys);
        changed.remove(source);
        if (!key.isEmpty()) {
            changed.put(source, key);
        }
        return new OnlineSettings(on, contact, changed, addresses, cache);
    }

    public OnlineSettings withAddress(OnlineSource source, URI address) {
        Map<OnlineSource, URI> changed = new HashMap<>(addresses);
        changed.put(source, address);
        return new OnlineSettings(on, contact, keys, changed, cache);
    }

    public OnlineSettings withCache(Path folder) {
        return new OnlineSettings(on, contact, keys, addresses, Optional.of(folder));
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "OnlineSettings[on=" + on + ", contact=" + contact + ", keys of=" + keys.keySet() + ", addresses=" + addresses + ", cache="
                + cache + "]";
    }
}
