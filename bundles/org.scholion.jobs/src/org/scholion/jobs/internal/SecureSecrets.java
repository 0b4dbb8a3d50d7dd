package org.scholion.jobs.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.Secrets;

/**
 * Keys in the secure storage of the platform. An environment variable stands above it, for machines where nobody can type a password:
 * {@code SCHOLION_KEY_} and the name in capitals, with {@code _} for everything that is no letter or digit.
 */
public final class SecureSecrets implements Secrets {

    static final String VARIABLE = "SCHOLION_KEY_";

    private static final String NODE = "org.scholion";
    private static final String KEY = "key";

    /** Opens the storage; replaced to see what happens without one. */
    @FunctionalInterface
    interface Storage {
        @Nullable ISecurePreferences open() throws IOException;
    }

    private final Storage storage;
    private final Map<String, String> environment;

    public SecureSecrets() {
        this(SecureSecrets::platform, System.getenv());
    }

    SecureSecrets(Storage storage, Map<String, String> environment) {
        this.storage = storage;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public synchronized Optional<String> find(String name) throws ModelException {
        String given = environment.getOrDefault(variable(name), "");
        if (!given.isBlank()) {
            return Optional.of(given);
        }
        try {
            ISecurePreferences root = open(name);
            if (!root.nodeExists(NODE) || !root.node(NODE).nodeExists(escape(name))) {
                return Optional.empty();
            }
            return Optional.ofNullable(root.node(NODE).node(escape(name)).get(KEY, null));
        } catch (StorageException e) {
            throw unusable(name, e);
        }
    }

    @Override
    public synchronized void keep(String name, String secret) throws ModelException {
        try {
            ISecurePreferences root = open(name);
            root.node(NODE).node(escape(name)).put(KEY, secret, true);
            root.flush();
        } catch (StorageException | IOException e) {
            throw unusable(name, e);
        }
    }

    @Override
    public synchronized void forget(String name) throws ModelException {
        try {
            ISecurePreferences root = open(name);
            if (root.nodeExists(NODE) && root.node(NODE).nodeExists(escape(name))) {
                root.node(NODE).node(escape(name)).removeNode();
                root.flush();
            }
        } catch (IOException e) {
            throw unusable(name, e);
        }
    }

    static String variable(String name) {
        return VARIABLE + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private ISecurePreferences open(String name) throws ModelException {
        try {
            ISecurePreferences root = storage.open();
            if (root != null) {
                return root;
            }
        } catch (IOException e) {
            throw unusable(name, e);
        }
        throw new ModelException(NLS.bind(Messages.secrets_unusable, name, variable(name)));
    }

    private static ModelException unusable(String name, Exception problem) {
        return new ModelException(NLS.bind(Messages.secrets_unusable, name, variable(name)), problem);
    }

    /** A name of a node may have no slash. */
    private static String escape(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    private static @Nullable ISecurePreferences platform() throws IOException {
        Map<String, Object> options = new HashMap<>();
        if (Boolean.getBoolean("java.awt.headless")) {
            // there is nobody to type a password
            options.put(IProviderHints.PROMPT_USER, Boolean.FALSE);
        }
        return SecurePreferencesFactory.open(null, options);
    }
}
