package org.scholion.jobs.internal;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.inference.ModelException;
import org.scholion.inference.Secrets;
import org.scholion.jobs.OnlineAccess;
import org.scholion.jobs.SettingsKeys;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;

/** Settings in the preferences of the workspace. A value that makes no sense counts as not set. */
public final class PreferenceOnlineAccess implements OnlineAccess {

    private final Secrets secrets;
    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(SettingsKeys.ONLINE_NODE);
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final IPreferenceChangeListener changes = change -> listeners.forEach(Runnable::run);

    public PreferenceOnlineAccess(Secrets secrets) {
        this.secrets = secrets;
        node.addPreferenceChangeListener(changes);
    }

    void deactivate() {
        node.removePreferenceChangeListener(changes);
    }

    @Override
    public OnlineSettings settings() {
        Set<OnlineSource> on = EnumSet.noneOf(OnlineSource.class);
        for (String name : node.get(SettingsKeys.ONLINE_SOURCES, "").split(",")) {
            source(name).ifPresent(on::add);
        }
        String contact = node.get(SettingsKeys.ONLINE_CONTACT, "").strip();
        OnlineSettings settings = OnlineSettings.OFF
                .withContact(OnlineSettings.isMail(contact) ? contact : "")
                .withCache(OnlineSettings.standardCache());
        for (OnlineSource source : on) {
            settings = settings.with(source, true);
        }
        for (Map.Entry<OnlineSource, String> address : addresses().entrySet()) {
            settings = withAddress(settings, address.getKey(), address.getValue());
        }
        return settings;
    }

    private Map<OnlineSource, String> addresses() {
        Map<OnlineSource, String> addresses = new EnumMap<>(OnlineSource.class);
        for (String pair : node.get(SettingsKeys.ONLINE_ADDRESSES, "").split("\\s+")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                source(pair.substring(0, equals)).ifPresent(source -> addresses.put(source, pair.substring(equals + 1)));
            }
        }
        return addresses;
    }

    private static OnlineSettings withAddress(OnlineSettings settings, OnlineSource source, String address) {
        try {
            return settings.withAddress(source, URI.create(address));
        } catch (IllegalArgumentException refused) {
            // neither encrypted nor on this machine, or no address at all
            return settings;
        }
    }

    @Override
    public OnlineSettings withKeys() throws LibraryException {
        OnlineSettings settings = settings();
        for (OnlineSource source : settings.on()) {
            Optional<String> key = key(source).filter(OnlineSettings::isKey);
            if (key.isPresent()) {
                settings = settings.withKey(source, key.get());
            }
        }
        return settings;
    }

    @Override
    public void store(OnlineSettings settings) {
        put(SettingsKeys.ONLINE_SOURCES, names(settings.on()));
        put(SettingsKeys.ONLINE_CONTACT, settings.contact());
        put(SettingsKeys.ONLINE_ADDRESSES, new TreeSet<>(settings.addresses().keySet())
                .stream().map(source -> name(source) + "=" + settings.address(source)).collect(Collectors.joining(" ")));
        try {
            node.flush();
        } catch (BackingStoreException e) {
            throw new IllegalStateException("the settings could not be written: " + e.getMessage(), e);
        }
    }

    private void put(String key, String value) {
        if (value.isEmpty()) {
            node.remove(key);
        } else {
            node.put(key, value);
        }
    }

    @Override
    public boolean hasKey(OnlineSource source) throws LibraryException {
        return key(source).isPresent();
    }

    @Override
    public void keepKey(OnlineSource source, String key) throws LibraryException {
        try {
            if (key.isEmpty()) {
                secrets.forget(name(source));
            } else {
                secrets.keep(name(source), key);
            }
        } catch (ModelException unusable) {
            throw new LibraryException(unusable.getLocalizedMessage(), unusable);
        }
    }

    private Optional<String> key(OnlineSource source) throws LibraryException {
        if (source.key() == OnlineSource.Key.NONE) {
            return Optional.empty();
        }
        try {
            return secrets.find(name(source));
        } catch (ModelException unusable) {
            throw new LibraryException(unusable.getLocalizedMessage(), unusable);
        }
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private static String names(Set<OnlineSource> sources) {
        return new TreeSet<>(sources).stream().map(PreferenceOnlineAccess::name).collect(Collectors.joining(","));
    }

    private static String name(OnlineSource source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<OnlineSource> source(String name) {
        return Arrays.stream(OnlineSource.values()).filter(source -> name(source).equals(name.strip())).findFirst();
    }
}
